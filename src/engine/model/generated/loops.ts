// Written by `npm run generate` from the formulas in src/engine/model: change those.

import type { Loop } from "../computation";
import * as prices from "./prices";
import * as demand from "./demand";
import * as deals from "./deals";
import * as need from "./need";
import * as servers from "./servers";
import * as fleets from "./fleets";
import * as capacity from "./capacity";
import * as storage from "./storage";
import * as hardware from "./hardware";
import * as software from "./software";
import * as network from "./network";
import * as service from "./service";
import * as people from "./people";
import * as projects from "./projects";
import * as risk from "./risk";

/** What is computed, in its order: entries, and by which loop; those without one are taken from the plan. */
export const LOOPS: readonly Loop[] = [
  // reads cloud.price_change
  { ids: ["cloud_price_index"], compute: prices.cloudPriceIndex },
  // reads hardware.price_change
  { ids: ["hardware_price_index"], compute: prices.hardwarePriceIndex },
  // reads wan.price_change
  { ids: ["bandwidth_price_index"], compute: prices.bandwidthPriceIndex },
  // reads staff.wage_growth
  { ids: ["wage_index"], compute: prices.wageIndex },
  // reads license.uplift, license.first_uplift_year
  { ids: ["license_price_index"], compute: prices.licensePriceIndex },
  // reads prices.inflation
  { ids: ["inflation_index"], compute: prices.inflationIndex },
  // reads demand.growth, demand.growth.*
  { ids: ["growth"] },
  // reads demand.formula
  { ids: ["formula_volume"] },
  // reads nothing
  { ids: ["month_of_year"], compute: demand.monthOfYear },
  // reads demand.curve, growth, demand.volume, demand.ceiling
  { ids: ["logistic_rate"], isZero: ({ a }) => a["demand.curve"] !== "logistic", compute: demand.logisticRate },
  // reads month_of_year, demand.volume, demand.curve, growth, demand.ceiling, logistic_rate, formula_volume
  { ids: ["organic_volume_before_year", "organic_volume"], compute: demand.organicVolumeBeforeYear },
  // reads demand.volume, demand.curve
  { ids: ["growth_index_at_start"] },
  // reads demand.curve, growth, organic_volume
  { ids: ["growth_index"], compute: demand.growthIndex },
  // reads step:deals, growth_index_at_start, growth_index
  { ids: ["growth_index_at_close"], compute: demand.growthIndexAtClose },
  // reads growth
  { ids: ["month_growth"], compute: demand.monthGrowth },
  // reads deal.*.volume, deal.*.growth, growth, step:deals
  { ids: ["owned_at_start"], compute: demand.ownedAtStart },
  // reads deal.*.growth, owned_at_start, step:deals, demand.curve, month_growth, growth_index_at_close, growth_index
  { ids: ["owned"], compute: demand.owned },
  // reads step:deals
  { ids: ["moved"], compute: deals.moved },
  // reads step:deals, moved, owned
  { ids: ["acquired"], compute: demand.acquired },
  // reads organic_volume, step:deals, acquired
  { ids: ["volume"], compute: demand.volume },
  // reads demand.sites, step:deals, moved, deal.*.sites
  { ids: ["sites"], compute: demand.sites },
  // reads horizontal.regions, step:deals, deal.*.regions
  { ids: ["regions"], compute: demand.regions },
  // reads step:central
  { ids: ["shards"] },
  // reads step:share, shards, regions
  { ids: ["databases"], compute: demand.databases },
  // reads volume, demand.tps_per_volume
  { ids: ["tps_mean"], compute: demand.tpsMean },
  // reads demand.season, demand.season.*
  { ids: ["season"] },
  // reads tps_mean, demand.peak_to_mean, season, demand.surge_month, demand.surge
  { ids: ["tps_peak"], compute: demand.tpsPeak },
  // reads plan.start
  { ids: ["calendar_month"] },
  // reads step:deals
  { ids: ["moved_at_start"], compute: demand.movedAtStart },
  // reads data.tb, step:deals, moved_at_start, deal.*.tb
  { ids: ["initial_tb"], compute: demand.initialTb },
  // reads step:deals, moved, moved_at_start, deal.*.tb
  { ids: ["acquired_tb"], compute: demand.acquiredTb },
  // reads volume, data.gb_per_volume_year, acquired_tb
  { ids: ["added_tb"], compute: demand.addedTb },
  // reads step:deals, moved, moved_at_start, deal.*.tb
  { ids: ["divested_tb"], compute: demand.divestedTb },
  // reads data.retention_years
  { ids: ["retention_months"], compute: demand.retentionMonths },
  // reads retention_months, initial_tb, data.retention_years, added_tb, step:deals, divested_tb
  {
    ids: ["leaving_units", "expired_tb", "tb_before_divestiture", "tb", "emptied", "added_units", "kept_share", "kept_since_start"],
    compute: demand.leavingUnits,
  },
  // reads step:deals, moved, deal.*.tb
  { ids: ["unsynced"], compute: demand.unsynced },
  // reads step:deals, unsynced
  { ids: ["integration.unsynced_tb"], compute: demand.integrationUnsyncedTb },
  // reads shards, shard.skew
  { ids: ["hottest_share.server"], compute: need.hottestShareServer },
  // reads shards, hottest_share.server, shard.cross_write, shard.write_penalty
  { ids: ["hottest_writes.server"], compute: need.hottestWritesServer },
  // reads shards, hottest_share.server, shard.cross_read, shard.read_overhead
  { ids: ["hottest_reads.server"], compute: need.hottestReadsServer },
  // reads demand.read_share, hottest_reads.server, vertical.read_replicas, hottest_writes.server
  { ids: ["hottest_load.server"], compute: need.hottestLoadServer },
  // reads tps_peak, step:share, hottest_load.server
  { ids: ["tps.server"], compute: need.tpsServer },
  // reads tb, step:share, hottest_share.server
  { ids: ["tb.server"], compute: need.tbServer },
  // reads tps.server, demand.cpu_ms
  { ids: ["busy_cores.server"], compute: need.busyCoresServer },
  // reads capacity.rule, busy_cores.server, capacity.quality, capacity.target_utilization
  { ids: ["cores_needed.server"], compute: need.coresNeededServer },
  // reads tb.server, data.working_set, capacity.base_memory
  { ids: ["memory_needed.server"], compute: need.memoryNeededServer },
  // reads tb.server, data.index_overhead, capacity.storage_fill
  { ids: ["storage_needed.server"], compute: need.storageNeededServer },
  // reads tps.server, demand.iops_per_tx
  { ids: ["iops_needed.server"], compute: need.iopsNeededServer },
  // reads step:share, horizontal.global_share
  { ids: ["global_share"], compute: need.globalShare },
  // reads global_share, regions, horizontal.replication
  { ids: ["region_share"], compute: need.regionShare },
  // reads tps_peak, step:share, demand.read_share, regions, region_share
  { ids: ["tps.region"], compute: need.tpsRegion },
  // reads tb, step:share, region_share
  { ids: ["tb.region"], compute: need.tbRegion },
  // reads tps.region, demand.cpu_ms
  { ids: ["busy_cores.region"], compute: need.busyCoresRegion },
  // reads capacity.rule, busy_cores.region, capacity.quality, capacity.target_utilization
  { ids: ["cores_needed.region"], compute: need.coresNeededRegion },
  // reads tb.region, data.working_set
  { ids: ["memory_needed.region"], compute: need.memoryNeededRegion },
  // reads tb.region, data.index_overhead, capacity.storage_fill
  { ids: ["storage_needed.region"], compute: need.storageNeededRegion },
  // reads tps.region, demand.iops_per_tx
  { ids: ["iops_needed.region"], compute: need.iopsNeededRegion },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_cores"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_cores"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_speed"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_speed"] },
  // reads step:central, vertical.servers, server.*, license.*
  { ids: ["server_memory"] },
  // reads step:distributed, horizontal.servers, server.*, license.*
  { ids: ["node_memory"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_storage"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_storage"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_local_disk"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_local_disk"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_iops"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_iops"] },
  // reads step:central, vertical.servers, server.*, hardware.price_change, plan.start
  { ids: ["server_price"] },
  // reads step:distributed, horizontal.servers, server.*, hardware.price_change, plan.start
  { ids: ["node_price"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_kw"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_kw"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_rack_units"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_rack_units"] },
  // reads step:central, vertical.servers, server.*
  { ids: ["server_sockets"] },
  // reads step:distributed, horizontal.servers, server.*
  { ids: ["node_sockets"] },
  // reads step:central, vertical.servers, server.*, cloud.commitment, cloud.price_change, plan.start
  { ids: ["server_rent"] },
  // reads step:distributed, horizontal.servers, server.*, cloud.commitment, cloud.price_change, plan.start
  { ids: ["node_rent"] },
  // reads step:central
  { ids: ["server_shape_since"] },
  // reads server_speed, server_cores, vertical.contention, vertical.coherency
  { ids: ["server_effective_cores"], compute: servers.serverEffectiveCores },
  // reads shards, vertical.read_replicas
  { ids: ["active_servers"], compute: servers.activeServers },
  // reads active_servers, shards, vertical.standby, vertical.dr_share
  { ids: ["recovery_servers"], compute: servers.recoveryServers },
  // reads active_servers, shards, vertical.standby, recovery_servers
  { ids: ["central_servers"], compute: servers.centralServers },
  // reads central_servers, active_servers
  { ids: ["passive_servers"], compute: servers.passiveServers },
  // reads cores_needed.region, horizontal.overhead_share, node_cores, node_speed
  { ids: ["equivalents"], compute: servers.equivalents },
  // reads horizontal.contention, horizontal.coherency, horizontal.cell_limit
  { ids: ["largest_cluster"], compute: servers.largestCluster },
  // reads largest_cluster, horizontal.contention, horizontal.coherency
  { ids: ["cluster_capacity"], compute: servers.clusterCapacity },
  // reads equivalents, cluster_capacity
  { ids: ["clusters"], compute: servers.clusters },
  // reads clusters, equivalents, horizontal.contention, horizontal.coherency
  { ids: ["nodes_for_load"], compute: servers.nodesForLoad },
  // reads memory_needed.region, node_memory, capacity.base_memory, storage_needed.region, node_storage, iops_needed.region, node_iops
  { ids: ["nodes_for_data"], compute: servers.nodesForData },
  // reads nodes_for_load, nodes_for_data, horizontal.spare, horizontal.min_nodes, horizontal.zones
  { ids: ["nodes_per_region"], compute: servers.nodesPerRegion },
  // reads node_local_disk, nodes_for_data, horizontal.spare, horizontal.min_nodes, horizontal.zones, nodes_per_region, storage_needed.region
  { ids: ["nodes_floor"], compute: servers.nodesFloor },
  // reads regions, nodes_per_region
  { ids: ["nodes_needed"], compute: servers.nodesNeeded },
  // reads hardware.life_years
  { ids: ["life_months"], compute: fleets.lifeMonths },
  // reads horizontal.hosting, life_months
  { ids: ["first_in_service.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.firstInServiceNodes },
  // reads horizontal.hosting, first_in_service.nodes, nodes_needed
  { ids: ["nodes_kept", "nodes_bought"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.nodesKept },
  // reads step:share, horizontal.hosting, nodes_needed, nodes_kept
  { ids: ["nodes"], isZero: (p) => p.centralShare === 1, compute: capacity.nodes },
  // reads horizontal.hosting, nodes, nodes_needed, horizontal.elastic_share, demand.peak_to_mean, regions, nodes_floor
  { ids: ["nodes_billed"], compute: servers.nodesBilled },
  // reads clusters, nodes, regions, largest_cluster
  { ids: ["clusters_in_service"], compute: servers.clustersInService },
  // reads regions, clusters_in_service, nodes, horizontal.contention, horizontal.coherency, node_cores, node_speed, horizontal.overhead_share
  { ids: ["distributed_cores"], compute: servers.distributedCores },
  // reads step:share, cores_needed.server, active_servers, cores_needed.region, regions
  { ids: ["need.cores"], compute: capacity.needCores },
  // reads step:share, memory_needed.server, active_servers, memory_needed.region, regions
  { ids: ["need.memory_gib"], compute: capacity.needMemoryGib },
  // reads step:share, storage_needed.server, active_servers, storage_needed.region, regions
  { ids: ["need.storage_tb"], compute: capacity.needStorageTb },
  // reads step:share, iops_needed.server, active_servers, iops_needed.region, regions
  { ids: ["need.iops"], compute: capacity.needIops },
  // reads step:share, server_effective_cores, active_servers, distributed_cores
  { ids: ["capacity.cores"], compute: capacity.capacityCores },
  // reads nodes, node_memory, capacity.base_memory
  { ids: ["distributed_memory"], compute: capacity.distributedMemory },
  // reads step:share, server_memory, active_servers, distributed_memory
  { ids: ["capacity.memory_gib"], compute: capacity.capacityMemoryGib },
  // reads server_storage, storage_needed.server
  { ids: ["server_storage_or_need"], compute: capacity.serverStorageOrNeed },
  // reads node_storage, storage_needed.region, regions, nodes
  { ids: ["distributed_storage"], compute: capacity.distributedStorage },
  // reads step:share, server_storage_or_need, active_servers, distributed_storage
  { ids: ["capacity.storage_tb"], compute: capacity.capacityStorageTb },
  // reads cores_needed.server, server_effective_cores
  { ids: ["used.server.cores"], compute: capacity.usedServerCores },
  // reads cores_needed.region, regions, distributed_cores
  { ids: ["used.nodes.cores"], compute: capacity.usedNodesCores },
  // reads memory_needed.server, server_memory
  { ids: ["used.server.memory"], compute: capacity.usedServerMemory },
  // reads memory_needed.region, regions, distributed_memory
  { ids: ["used.nodes.memory"], compute: capacity.usedNodesMemory },
  // reads storage_needed.server, server_storage
  { ids: ["used.server.storage"], compute: capacity.usedServerStorage },
  // reads storage_needed.region, regions, nodes, node_storage
  { ids: ["used.nodes.storage"], compute: capacity.usedNodesStorage },
  // reads iops_needed.server, server_iops
  { ids: ["used.server.iops"], compute: capacity.usedServerIops },
  // reads iops_needed.region, regions, nodes, node_iops
  { ids: ["used.nodes.iops"], compute: capacity.usedNodesIops },
  // reads tb.server, shard.max_tb
  { ids: ["used.server.data"], compute: capacity.usedServerData },
  // reads used.server.cores, used.server.memory, used.server.storage, used.server.iops, used.server.data
  { ids: ["central_utilization"], compute: capacity.centralUtilization },
  // reads used.nodes.cores, used.nodes.memory, used.nodes.storage, used.nodes.iops
  { ids: ["distributed_utilization"], compute: capacity.distributedUtilization },
  // reads step:share, central_utilization, distributed_utilization
  { ids: ["utilization"], compute: capacity.utilization },
  // reads step:share, central_servers, nodes
  { ids: ["servers"], compute: capacity.servers },
  // reads finance.depreciation, life_months
  { ids: ["macrs_left"], isZero: ({ a }) => a["finance.depreciation"] !== "macrs-5", compute: fleets.macrsLeft },
  // reads vertical.hosting, server_shape_since, life_months
  { ids: ["first_in_service.servers"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: fleets.firstInServiceServers },
  // reads vertical.hosting, first_in_service.servers, central_servers
  { ids: ["servers_kept", "servers_bought"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: fleets.serversKept },
  // reads vertical.hosting, servers_bought, server_price, hardware.discount, hardware_price_index, capacity.lead_months
  { ids: ["value_bought.servers"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: fleets.valueBoughtServers },
  // reads vertical.hosting, value_bought.servers, capacity.lead_months
  { ids: ["paid.servers"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: fleets.paidServers },
  // reads vertical.hosting, value_bought.servers, first_in_service.servers
  { ids: ["value_in_service.servers"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: fleets.valueInServiceServers },
  // reads vertical.hosting, life_months, server_shape_since, value_bought.servers
  { ids: ["worn_out.servers"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: fleets.wornOutServers },
  // reads first_in_service.servers, finance.depreciation, value_bought.servers
  { ids: ["macrs.servers"], compute: fleets.macrsServers },
  // reads vertical.hosting, server_shape_since, worn_out.servers, macrs_left, finance.depreciation, macrs.servers, value_in_service.servers, life_months, value_bought.servers
  {
    ids: ["expensed.servers", "depreciation.servers", "not_written_off.servers"],
    isZero: ({ a }) => a["vertical.hosting"] !== "owned",
    compute: fleets.expensedServers,
  },
  // reads horizontal.hosting, nodes_bought, node_price, hardware.discount, hardware_price_index, capacity.lead_months
  { ids: ["value_bought.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.valueBoughtNodes },
  // reads horizontal.hosting, value_bought.nodes, capacity.lead_months
  { ids: ["paid.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.paidNodes },
  // reads horizontal.hosting, value_bought.nodes, first_in_service.nodes
  { ids: ["value_in_service.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.valueInServiceNodes },
  // reads horizontal.hosting, life_months, value_bought.nodes
  { ids: ["worn_out.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.wornOutNodes },
  // reads first_in_service.nodes, finance.depreciation, value_bought.nodes
  { ids: ["macrs.nodes"], compute: fleets.macrsNodes },
  // reads horizontal.hosting, worn_out.nodes, macrs_left
  { ids: ["expensed.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.expensedNodes },
  // reads horizontal.hosting, finance.depreciation, macrs.nodes, value_in_service.nodes, life_months, expensed.nodes
  { ids: ["depreciation.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.depreciationNodes },
  // reads horizontal.hosting, value_bought.nodes, depreciation.nodes
  { ids: ["not_written_off.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: fleets.notWrittenOffNodes },
  // reads step:share, depreciation.servers, depreciation.nodes
  { ids: ["depreciation.hardware.purchase"], compute: fleets.depreciationHardwarePurchase },
  // reads step:share, not_written_off.servers, not_written_off.nodes
  { ids: ["book_value"], compute: fleets.bookValue },
  // reads step:share, tb, data.index_overhead, capacity.storage_fill
  { ids: ["central_tb"], isZero: (p) => p.centralShare === 0, compute: storage.centralTb },
  // reads step:share, central_servers, vertical.hosting, central_tb, shards, server_local_disk
  { ids: ["central_block_tb"], isZero: (p) => p.centralShare === 0, compute: storage.centralBlockTb },
  // reads step:share, tb, data.index_overhead, capacity.storage_fill
  { ids: ["distributed_tb"], isZero: (p) => p.centralShare === 1, compute: storage.distributedTb },
  // reads step:share, regions, storage_needed.region, nodes, node_local_disk
  { ids: ["distributed_block_tb"], isZero: (p) => p.centralShare === 1, compute: storage.distributedBlockTb },
  // reads step:share, central_block_tb, central_tb, storage.backup_share, vertical.hosting, storage.owned_price, storage.cloud_price, inflation_index, cloud_price_index
  { ids: ["storage.vertical"], isZero: (p) => p.centralShare === 0, compute: storage.storageVertical },
  // reads step:share, distributed_block_tb, distributed_tb, storage.backup_share, horizontal.hosting, storage.owned_price, storage.cloud_price, inflation_index, cloud_price_index
  { ids: ["storage.horizontal"], isZero: (p) => p.centralShare === 1, compute: storage.storageHorizontal },
  // reads step:share, storage.vertical, storage.horizontal
  { ids: ["storage"], compute: storage.storage },
  // reads step:share, paid.servers, paid.nodes
  { ids: ["hardware.purchase"], compute: hardware.hardwarePurchase },
  // reads step:share, vertical.hosting, horizontal.hosting, value_in_service.servers, value_in_service.nodes, key:hardware.maintenance
  {
    ids: ["hardware.maintenance"],
    isZero: (p) =>
      ((p.centralShare > 0 && p.a["vertical.hosting"] === "owned") || (p.centralShare < 1 && p.a["horizontal.hosting"] === "owned")
        ? 1
        : 0) === 0,
    compute: hardware.hardwareMaintenance,
  },
  // reads step:share, vertical.hosting, central_servers, server_rent, horizontal.hosting, nodes_billed, node_rent, cloud_price_index
  { ids: ["cloud.compute"], compute: hardware.cloudCompute },
  // reads step:share, vertical.hosting, central_servers, server_kw, horizontal.hosting, nodes, node_kw
  { ids: ["owned_kw"], compute: hardware.ownedKw },
  // reads step:share, vertical.hosting, horizontal.hosting, owned_kw, power.utilization, power.pue, power.price, inflation_index
  {
    ids: ["power"],
    isZero: (p) =>
      ((p.centralShare > 0 && p.a["vertical.hosting"] === "owned") || (p.centralShare < 1 && p.a["horizontal.hosting"] === "owned")
        ? 1
        : 0) === 0,
    compute: hardware.power,
  },
  // reads vertical.hosting, central_servers, recovery_servers
  { ids: ["center_servers"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: hardware.centerServers },
  // reads vertical.hosting, center_servers, server_rack_units, rack.units, server_kw, rack.kw
  { ids: ["center_racks"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: hardware.centerRacks },
  // reads vertical.hosting, recovery_servers, server_rack_units, rack.units, server_kw, rack.kw
  { ids: ["recovery_racks"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: hardware.recoveryRacks },
  // reads horizontal.hosting, nodes, regions, node_rack_units, rack.units, node_kw, rack.kw
  { ids: ["region_racks"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: hardware.regionRacks },
  // reads step:share, vertical.hosting, horizontal.hosting, center_racks, recovery_racks, region_racks, regions, rack.price, inflation_index
  {
    ids: ["rack"],
    isZero: (p) =>
      ((p.centralShare > 0 && p.a["vertical.hosting"] === "owned") || (p.centralShare < 1 && p.a["horizontal.hosting"] === "owned")
        ? 1
        : 0) === 0,
    compute: hardware.rack,
  },
  // reads server_cores
  { ids: ["most_server_cores"], compute: hardware.mostServerCores },
  // reads server_memory
  { ids: ["most_server_memory"], compute: hardware.mostServerMemory },
  // reads vertical.hosting, life_months, server_shape_since, servers_bought
  { ids: ["servers_worn_out"], isZero: ({ a }) => a["vertical.hosting"] !== "owned", compute: hardware.serversWornOut },
  // reads server_cores, server_memory, servers_worn_out, most_server_cores, most_server_memory
  { ids: ["replacements.servers"], compute: hardware.replacementsServers },
  // reads horizontal.hosting, nodes_bought, life_months
  { ids: ["replacements.nodes"], isZero: ({ a }) => a["horizontal.hosting"] !== "owned", compute: hardware.replacementsNodes },
  // reads step:share, replacements.servers, replacements.nodes, upgrade.cost, inflation_index
  { ids: ["upgrade.project"], compute: hardware.upgradeProject },
  // reads plan.years, finance.residual_share, book_value
  { ids: ["residual"], compute: hardware.residual },
  // reads active_servers, license.*.standby, passive_servers, step:licensing, license.*
  { ids: ["central_servers_licensed"], compute: software.centralServersLicensed },
  // reads license.*.metric, vertical.hosting, server_sockets, server_cores, license.*.factor, license.*.minimum, step:licensing, license.*
  { ids: ["units_per_server"], compute: software.unitsPerServer },
  // reads license.*.metric, vertical.hosting, server_sockets, units_per_server, license.*.pack, server_cores, step:licensing, license.*
  { ids: ["licenses_per_server"], compute: software.licensesPerServer },
  // reads central_servers_licensed, units_per_server, license.*.pack, vertical.hosting, license.*.metric, volume, step:share, license.*.users_per_volume, license.*.minimum, tb, licenses_per_server, step:licensing, license.*
  { ids: ["central_licenses"], compute: software.centralLicenses },
  // reads license.*.metric, horizontal.hosting, node_sockets, node_cores, license.*.factor, license.*.minimum, step:licensing, license.*
  { ids: ["units_per_node"], compute: software.unitsPerNode },
  // reads license.*.metric, horizontal.hosting, node_sockets, units_per_node, license.*.pack, node_cores, step:licensing, license.*
  { ids: ["licenses_per_node"], compute: software.licensesPerNode },
  // reads nodes, units_per_node, license.*.pack, horizontal.hosting, license.*.metric, volume, step:share, license.*.users_per_volume, license.*.minimum, tb, licenses_per_node, step:licensing, license.*
  { ids: ["distributed_licenses"], compute: software.distributedLicenses },
  // reads license.*.metric, sites, step:share, license.*.applies, central_licenses, distributed_licenses, license.*.pack, step:licensing, license.*
  { ids: ["licenses_needed"], compute: software.licensesNeeded },
  // reads licenses_needed, step:licensing, license.*
  { ids: ["licenses_held"], compute: software.licensesHeld },
  // reads licenses_held, step:licensing, license.*
  { ids: ["licenses_bought"], compute: software.licensesBought },
  // reads licenses_bought, license.*.price, license.*.discount, inflation_index, step:licensing, license.*
  { ids: ["licenses_paid"], compute: software.licensesPaid },
  // reads licenses_paid, license.*.support, license_price_index, step:licensing, license.*
  { ids: ["support"], compute: software.support },
  // reads licenses_needed, license.*.price, license.*.discount, license_price_index, step:licensing, license.*
  { ids: ["subscription"], compute: software.subscription },
  // reads step:licensing, license.*, license.*.model, licenses_paid
  { ids: ["license.purchase"], compute: software.licensePurchase },
  // reads step:licensing, license.*, license.*.model, support
  { ids: ["license.support"], compute: software.licenseSupport },
  // reads step:licensing, license.*, license.*.model, subscription
  { ids: ["license.subscription"], compute: software.licenseSubscription },
  // reads nodes, platform.tools_cost, inflation_index
  { ids: ["platform.tools"], compute: software.platformTools },
  // reads step:share, wan.hubs_at_sites, vertical.hosting
  { ids: ["center_sites"], isZero: (p) => p.centralShare === 0, compute: network.centerSites },
  // reads step:share, wan.hubs_at_sites, horizontal.hosting, regions, sites
  { ids: ["hub_sites"], isZero: (p) => p.centralShare === 1, compute: network.hubSites },
  // reads sites, center_sites
  { ids: ["remote_site_share"], compute: network.remoteSiteShare },
  // reads sites, hub_sites
  { ids: ["remote_hub_share"], compute: network.remoteHubShare },
  // reads sites, step:share, center_sites, hub_sites
  { ids: ["sites_with_links"], compute: network.sitesWithLinks },
  // reads demand.kb_per_tx, wan.utilization
  { ids: ["mbps_per_tps"], compute: network.mbpsPerTps },
  // reads tps_peak, sites, mbps_per_tps
  { ids: ["site_need_mbps"], compute: network.siteNeedMbps },
  // reads wan.base_mbps, site_need_mbps
  { ids: ["site_mbps"], compute: network.siteMbps },
  // reads wan.port_price, site_mbps, wan.price_per_mbps
  { ids: ["site_link_price"], compute: network.siteLinkPrice },
  // reads hub_sites, regions
  { ids: ["hubs_with_links"], compute: network.hubsWithLinks },
  // reads tps_peak, regions, horizontal.remote_read_share, demand.read_share, global_share, mbps_per_tps
  { ids: ["hub_need_mbps"], compute: network.hubNeedMbps },
  // reads tps_peak, sites, regions, mbps_per_tps
  { ids: ["hub_central_mbps"], compute: network.hubCentralMbps },
  // reads wan.base_mbps, step:share, hub_central_mbps, hub_need_mbps
  { ids: ["hub_mbps"], compute: network.hubMbps },
  // reads wan.port_price, hub_mbps, wan.price_per_mbps
  { ids: ["hub_link_price"], compute: network.hubLinkPrice },
  // reads sites_with_links, site_mbps, step:share, hubs_with_links, hub_mbps
  { ids: ["link_mbps"], compute: network.linkMbps },
  // reads sites_with_links, site_link_price, step:share, hubs_with_links, hub_link_price, wan.links_per_site, wan.rural_share, wan.rural_multiplier, bandwidth_price_index
  { ids: ["network.links"], compute: network.networkLinks },
  // reads tps_mean, demand.kb_per_tx, demand.busy_hours_per_month
  { ids: ["traffic_gb"], compute: network.trafficGb },
  // reads vertical.hosting, step:share, traffic_gb
  { ids: ["central_billed_gb"], compute: network.centralBilledGb },
  // reads horizontal.hosting, step:share, traffic_gb
  { ids: ["distributed_billed_gb"], compute: network.distributedBilledGb },
  // reads demand.read_share, transfer.write_amplification
  { ids: ["written_share"], compute: network.writtenShare },
  // reads demand.read_share, step:share, central_billed_gb, remote_site_share, distributed_billed_gb, remote_hub_share
  { ids: ["egress_gb"], compute: network.egressGb },
  // reads step:share, central_billed_gb, vertical.dr_share, written_share, distributed_billed_gb, global_share, regions, demand.read_share, horizontal.remote_read_share
  { ids: ["between_regions_gb"], compute: network.betweenRegionsGb },
  // reads horizontal.replication, horizontal.zones
  { ids: ["copies_in_other_zones"], compute: network.copiesInOtherZones },
  // reads written_share, step:share, central_billed_gb, vertical.standby, vertical.read_replicas, distributed_billed_gb, copies_in_other_zones, global_share, regions
  { ids: ["between_zones_gb"], compute: network.betweenZonesGb },
  // reads egress_gb, between_regions_gb
  { ids: ["transfer_gb"], compute: network.transferGb },
  // reads transfer.rates
  { ids: ["transfer.units_per_gb"] },
  // reads transfer.rates, plan.start
  { ids: ["transfer.rates_age"] },
  // reads egress_gb, transfer.units_per_gb, transfer.rates, cloud.price_change, transfer.rates_age
  { ids: ["egress_bill"], compute: network.egressBill },
  // reads egress_bill, between_regions_gb, transfer.region_price, between_zones_gb, transfer.zone_price, cloud_price_index
  { ids: ["network.transfer"], compute: network.networkTransfer },
  // reads server_cores
  { ids: ["queue_cores.server"], compute: service.queueCoresServer },
  // reads busy_cores.server, server_effective_cores, queue_cores.server
  { ids: ["queue_load.server"], compute: service.queueLoadServer },
  // reads demand.cpu_ms, queue_cores.server, server_effective_cores, queue_load.server
  { ids: ["response.server"], compute: service.responseServer },
  // reads demand.read_share, shard.cross_read, shard.cross_write
  { ids: ["crossing_share"], compute: service.crossingShare },
  // reads remote_site_share, shards, crossing_share
  { ids: ["round_trips.central"], compute: service.roundTripsCentral },
  // reads distributed_cores, nodes
  { ids: ["node_effective_cores"], compute: service.nodeEffectiveCores },
  // reads node_cores
  { ids: ["queue_cores.node"], compute: service.queueCoresNode },
  // reads busy_cores.region, regions, nodes, node_effective_cores, queue_cores.node
  { ids: ["queue_load.node"], compute: service.queueLoadNode },
  // reads demand.cpu_ms, queue_cores.node, node_effective_cores, queue_load.node
  { ids: ["response.node"], compute: service.responseNode },
  // reads horizontal.remote_read_share, regions, demand.read_share, global_share
  { ids: ["round_trips.distributed"], compute: service.roundTripsDistributed },
  // reads step:share, response.server, wan.round_trip_ms, round_trips.central, response.node, round_trips.distributed
  { ids: ["response_ms"], compute: service.responseMs },
  // reads availability.node_mtbf_hours, availability.node_mttr_hours
  { ids: ["node_availability"], compute: service.nodeAvailability },
  // reads availability.link_availability, wan.links_per_site
  { ids: ["links_down"], compute: service.linksDown },
  // reads availability.failover_success, node_availability, vertical.standby
  { ids: ["rescued_share"], compute: service.rescuedShare },
  // reads availability.node_mtbf_hours, availability.node_mttr_hours, rescued_share, availability.failover_minutes
  { ids: ["failovers_down"], compute: service.failoversDown },
  // reads node_availability, rescued_share, failovers_down
  { ids: ["shard_down"], compute: service.shardDown },
  // reads node_availability, horizontal.replication
  { ids: ["region_down"], compute: service.regionDown },
  // reads hub_sites, horizontal.remote_read_share
  { ids: ["linked_share"], compute: service.linkedShare },
  // reads step:share, shard_down, links_down, remote_site_share, region_down, linked_share
  { ids: ["downtime_hours"], compute: service.downtimeHours },
  // reads downtime_hours
  { ids: ["availability"], compute: service.availability },
  // reads step:share, role.*, staff.roles
  { ids: ["role_units"] },
  // reads role.*.minimum, role.*.ratio, role.*.driver, role.*.fixed, role_units, staff.automation, step:share, role.*, staff.roles
  { ids: ["work"], compute: people.work },
  // reads step:share, role.*, staff.roles, role.*.oncall, work
  { ids: ["on_call_work"], compute: people.onCallWork },
  // reads step:share, staff.oncall_floor_vertical, staff.oncall_floor_horizontal
  { ids: ["rota_floor"], compute: people.rotaFloor },
  // reads on_call_work, rota_floor
  { ids: ["people_on_call"], compute: people.peopleOnCall },
  // reads role.*.oncall, people_on_call, work, on_call_work, step:share, role.*, staff.roles
  { ids: ["role_fte"], compute: people.roleFte },
  // reads step:share, role.*, staff.roles, role_fte
  { ids: ["fte"], compute: people.fte },
  // reads step:share, role.*, staff.roles, role_fte, role.*.salary, staff.wage_growth
  { ids: ["payroll"], compute: people.payroll },
  // reads shard.today, shards
  { ids: ["sharded_months"], compute: people.shardedMonths },
  // reads sharded_months, staff.learning_months
  { ids: ["learning_sharded"], compute: people.learningSharded },
  // reads plan.current, staff.learning_months
  { ids: ["learning_distributed"], compute: people.learningDistributed },
  // reads staff.learning_months, step:share, learning_sharded, learning_distributed
  { ids: ["learning_left"], compute: people.learningLeft },
  // reads payroll, staff.contractor_share, staff.loaded, wage_index
  { ids: ["staff.salaries"], compute: people.staffSalaries },
  // reads payroll, staff.contractor_share, staff.loaded, staff.contractor_premium, wage_index
  { ids: ["staff.contractors"], compute: people.staffContractors },
  // reads payroll, staff.contractor_share, step:share, staff.turnover_vertical, staff.turnover_horizontal, staff.replacement_cost, wage_index
  { ids: ["staff.turnover"], compute: people.staffTurnover },
  // reads fte, staff.training_cost, inflation_index
  { ids: ["staff.training"], compute: people.staffTraining },
  // reads payroll, staff.loaded, staff.learning_loss, learning_left, wage_index
  { ids: ["staff.learning"], compute: people.staffLearning },
  // reads step:share, integration.vertical_months, integration.horizontal_months
  { ids: ["integration_months"], compute: deals.integrationMonths },
  // reads deal.*.integration_cost, step:share, integration.vertical_cost_per_volume, integration.horizontal_cost_per_volume, deal.*.volume, integration.vertical_cost_per_tb, integration.horizontal_cost_per_tb, deal.*.tb, step:deals
  { ids: ["one_off_cost"], compute: deals.oneOffCost },
  // reads step:deals, moved_at_start
  { ids: ["moved_before"], compute: deals.movedBefore },
  // reads step:deals, one_off_cost, moved, moved_before, inflation_index
  { ids: ["one_off"], compute: deals.oneOff },
  // reads step:deals, one_off
  { ids: ["integration.oneoff"], compute: deals.integrationOneoff },
  // reads step:deals, integration.dual_run_months, deal.*.legacy_cost, inflation_index
  { ids: ["legacy"], compute: deals.legacy },
  // reads step:deals, legacy
  { ids: ["integration.legacy"], compute: deals.integrationLegacy },
  // reads step:deals, integration.dual_run_months, plan.years
  { ids: ["legacy_months_left"], compute: deals.legacyMonthsLeft },
  // reads plan.years, step:deals, moved, one_off_cost, legacy_months_left, deal.*.legacy_cost, inflation_index
  { ids: ["beyond_plan"], compute: deals.beyondPlan },
  // reads step:deals, beyond_plan
  { ids: ["integration.beyond_plan"], compute: deals.integrationBeyondPlan },
  // reads plan.current, step:share
  { ids: ["switched_share"], compute: projects.switchedShare },
  // reads switch.months
  { ids: ["switch_months"], compute: projects.switchMonths },
  // reads switch_months, switch.cost, switched_share, inflation_index
  { ids: ["switch.project"], compute: projects.switchProject },
  // reads plan.years, switch.cost, switched_share, switch_months, inflation_index
  { ids: ["switch.beyond_plan"], compute: projects.switchBeyondPlan },
  // reads shards, shard.today, shard.project_cost, shard.cost_per_tb, tb, step:share
  { ids: ["shard_rise"], compute: projects.shardRise },
  // reads shard_rise, shard.project_months
  { ids: ["shard_rise_monthly"], compute: projects.shardRiseMonthly },
  // reads shard.project_months, shard_rise
  { ids: ["shard_at_once"], compute: projects.shardAtOnce },
  // reads shard_at_once, shard_rise_monthly, shard.project_months, inflation_index
  { ids: ["shard.project"], compute: projects.shardProject },
  // reads downtime_hours, downtime.cost_per_hour, inflation_index, downtime.in_total
  { ids: ["downtime.unplanned"], compute: risk.downtimeUnplanned },
  // reads downtime.upgrades_per_year, downtime.planned_hours, downtime.planned_cost_share, downtime.cost_per_hour, step:share, horizontal.replication, inflation_index, downtime.in_total
  { ids: ["downtime.planned"], compute: risk.downtimePlanned },
  // reads step:share, compliance.jurisdictions_vertical, regions, compliance.jurisdictions_horizontal, compliance.audit_cost, inflation_index
  { ids: ["compliance.audit"], compute: risk.complianceAudit },
  // reads servers, security.cost_per_endpoint, inflation_index
  { ids: ["security.endpoints"], compute: risk.securityEndpoints },
  // reads security.breach_probability, security.breach_endpoint_share, servers
  { ids: ["breach_chance"], compute: risk.breachChance },
  // reads step:share, shards, regions
  { ids: ["exposed_share"], compute: risk.exposedShare },
  // reads exposed_share, breach_chance, security.breach_cost, inflation_index
  { ids: ["security.breach"], compute: risk.securityBreach },
];

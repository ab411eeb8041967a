// Written by `npm run generate` from the formulas in src/engine/model: change those.

import { graduatedBy, tierTable } from "../../cost/tiers";
import type { Plan } from "../../lines";
import type { ModelSeries } from "./series";

/** center_sites = parts(is(wan.hubs_at_sites, yes) or is(wan.hubs_at_sites, [by hosting]) and is(vertical.hosting, owned), 0) */
export function centerSites({ a }: Plan, s: ModelSeries): void {
  const wanHubsAtSitesYesEtc =
    a["wan.hubs_at_sites"] === "yes" || (a["wan.hubs_at_sites"] === "by hosting" && a["vertical.hosting"] === "owned") ? 1 : 0;
  const centerSites = s["center_sites"];
  centerSites.fill(wanHubsAtSitesYesEtc);
}

/** hub_sites = parts(0, is(wan.hubs_at_sites, yes) or is(wan.hubs_at_sites, [by hosting]) and is(horizontal.hosting, owned) ? min(regions, sites) : 0) */
export function hubSites({ a }: Plan, s: ModelSeries): void {
  const regions = s["regions"];
  const sites = s["sites"];
  const isWanHubsAtSitesYesEtc =
    a["wan.hubs_at_sites"] === "yes" || (a["wan.hubs_at_sites"] === "by hosting" && a["horizontal.hosting"] === "owned");
  const hubSites = s["hub_sites"];
  for (let m = 0; m < hubSites.length; m++) {
    hubSites[m] = isWanHubsAtSitesYesEtc ? Math.min(regions[m], sites[m]) : 0;
  }
}

/** remote_site_share = (sites - center_sites) / sites */
export function remoteSiteShare(_p: Plan, s: ModelSeries): void {
  const sites = s["sites"];
  const centerSites = s["center_sites"][0];
  const remoteSiteShare = s["remote_site_share"];
  for (let m = 0; m < remoteSiteShare.length; m++) {
    remoteSiteShare[m] = (sites[m] - centerSites) / sites[m];
  }
}

/** remote_hub_share = (sites - hub_sites) / sites */
export function remoteHubShare(_p: Plan, s: ModelSeries): void {
  const sites = s["sites"];
  const hubSites = s["hub_sites"];
  const remoteHubShare = s["remote_hub_share"];
  for (let m = 0; m < remoteHubShare.length; m++) {
    remoteHubShare[m] = (sites[m] - hubSites[m]) / sites[m];
  }
}

/** sites_with_links = sites - largest_part(center_sites, hub_sites) */
export function sitesWithLinks(p: Plan, s: ModelSeries): void {
  const sites = s["sites"];
  const centerSites = s["center_sites"][0];
  const hubSites = s["hub_sites"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const sitesWithLinks = s["sites_with_links"];
  for (let m = 0; m < sitesWithLinks.length; m++) {
    sitesWithLinks[m] = sites[m] - Math.max(hasCentral ? centerSites : 0, hasDistributed ? hubSites[m] : 0);
  }
}

/** mbps_per_tps = demand.kb_per_tx * 8 / 1000 / wan.utilization */
export function mbpsPerTps({ a }: Plan, s: ModelSeries): void {
  const demandKbPerTxEtc = (a["demand.kb_per_tx"] * 8) / 1000 / a["wan.utilization"];
  const mbpsPerTps = s["mbps_per_tps"];
  mbpsPerTps.fill(demandKbPerTxEtc);
}

/** site_need_mbps = tps_peak / sites * mbps_per_tps */
export function siteNeedMbps(_p: Plan, s: ModelSeries): void {
  const tpsPeak = s["tps_peak"];
  const sites = s["sites"];
  const mbpsPerTps = s["mbps_per_tps"][0];
  const siteNeedMbps = s["site_need_mbps"];
  for (let m = 0; m < siteNeedMbps.length; m++) {
    siteNeedMbps[m] = (tpsPeak[m] * mbpsPerTps) / sites[m];
  }
}

/** site_mbps = max(wan.base_mbps, site_need_mbps) */
export function siteMbps({ a }: Plan, s: ModelSeries): void {
  const siteNeedMbps = s["site_need_mbps"];
  const wanBaseMbps = a["wan.base_mbps"];
  const siteMbps = s["site_mbps"];
  for (let m = 0; m < siteMbps.length; m++) {
    siteMbps[m] = Math.max(wanBaseMbps, siteNeedMbps[m]);
  }
}

/** site_link_price = wan.port_price + site_mbps * wan.price_per_mbps */
export function siteLinkPrice({ a }: Plan, s: ModelSeries): void {
  const siteMbps = s["site_mbps"];
  const wanPricePerMbps = a["wan.price_per_mbps"];
  const wanPortPrice = a["wan.port_price"];
  const siteLinkPrice = s["site_link_price"];
  for (let m = 0; m < siteLinkPrice.length; m++) {
    siteLinkPrice[m] = wanPortPrice + siteMbps[m] * wanPricePerMbps;
  }
}

/** hubs_with_links = hub_sites > 0 and regions > 1 ? regions : 0 */
export function hubsWithLinks(_p: Plan, s: ModelSeries): void {
  const hubSites = s["hub_sites"];
  const regions = s["regions"];
  const hubsWithLinks = s["hubs_with_links"];
  for (let m = 0; m < hubsWithLinks.length; m++) {
    hubsWithLinks[m] = hubSites[m] > 0 && regions[m] > 1 ? regions[m] : 0;
  }
}

/** hub_need_mbps = tps_peak / regions * (horizontal.remote_read_share * demand.read_share + global_share * (1 - demand.read_share) * (regions - 1)) * mbps_per_tps */
export function hubNeedMbps({ a }: Plan, s: ModelSeries): void {
  const tpsPeak = s["tps_peak"];
  const regions = s["regions"];
  const globalShare = s["global_share"][0];
  const globalShareEtc = globalShare * (1 - a["demand.read_share"]);
  const horizontalRemoteReadShareEtc = a["horizontal.remote_read_share"] * a["demand.read_share"];
  const mbpsPerTps = s["mbps_per_tps"][0];
  const hubNeedMbps = s["hub_need_mbps"];
  for (let m = 0; m < hubNeedMbps.length; m++) {
    hubNeedMbps[m] = (tpsPeak[m] * (horizontalRemoteReadShareEtc + (regions[m] - 1) * globalShareEtc) * mbpsPerTps) / regions[m];
  }
}

/** hub_central_mbps = tps_peak / max(sites, regions) * mbps_per_tps */
export function hubCentralMbps(_p: Plan, s: ModelSeries): void {
  const tpsPeak = s["tps_peak"];
  const sites = s["sites"];
  const regions = s["regions"];
  const mbpsPerTps = s["mbps_per_tps"][0];
  const hubCentralMbps = s["hub_central_mbps"];
  for (let m = 0; m < hubCentralMbps.length; m++) {
    hubCentralMbps[m] = (tpsPeak[m] * mbpsPerTps) / Math.max(sites[m], regions[m]);
  }
}

/** hub_mbps = max(wan.base_mbps, parts(central_share * hub_central_mbps, distributed_share * hub_need_mbps)) */
export function hubMbps(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const hubCentralMbps = s["hub_central_mbps"];
  const centralShare = p.centralShare;
  const hubNeedMbps = s["hub_need_mbps"];
  const distributedShare = 1 - p.centralShare;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const wanBaseMbps = a["wan.base_mbps"];
  const hubMbps = s["hub_mbps"];
  for (let m = 0; m < hubMbps.length; m++) {
    hubMbps[m] = Math.max(
      wanBaseMbps,
      (hasCentral ? hubCentralMbps[m] * centralShare : 0) + (hasDistributed ? hubNeedMbps[m] * distributedShare : 0),
    );
  }
}

/** hub_link_price = wan.port_price + hub_mbps * wan.price_per_mbps */
export function hubLinkPrice({ a }: Plan, s: ModelSeries): void {
  const hubMbps = s["hub_mbps"];
  const wanPricePerMbps = a["wan.price_per_mbps"];
  const wanPortPrice = a["wan.port_price"];
  const hubLinkPrice = s["hub_link_price"];
  for (let m = 0; m < hubLinkPrice.length; m++) {
    hubLinkPrice[m] = wanPortPrice + hubMbps[m] * wanPricePerMbps;
  }
}

/** link_mbps = sites_with_links * site_mbps + parts(0, hubs_with_links * hub_mbps) */
export function linkMbps(p: Plan, s: ModelSeries): void {
  const sitesWithLinks = s["sites_with_links"];
  const siteMbps = s["site_mbps"];
  const hubsWithLinks = s["hubs_with_links"];
  const hubMbps = s["hub_mbps"];
  const hasDistributed = p.centralShare < 1;
  const linkMbps = s["link_mbps"];
  for (let m = 0; m < linkMbps.length; m++) {
    linkMbps[m] = sitesWithLinks[m] * siteMbps[m] + (hasDistributed ? hubsWithLinks[m] * hubMbps[m] : 0);
  }
}

/** network.links = (sites_with_links * site_link_price + parts(0, hubs_with_links * hub_link_price)) * wan.links_per_site * (1 + wan.rural_share * (wan.rural_multiplier - 1)) * bandwidth_price_index */
export function networkLinks(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const sitesWithLinks = s["sites_with_links"];
  const siteLinkPrice = s["site_link_price"];
  const hubsWithLinks = s["hubs_with_links"];
  const hubLinkPrice = s["hub_link_price"];
  const hasDistributed = p.centralShare < 1;
  const bandwidthPriceIndex = s["bandwidth_price_index"];
  const wanLinksPerSiteEtc = a["wan.links_per_site"] * (1 + a["wan.rural_share"] * (a["wan.rural_multiplier"] - 1));
  const networkLinks = s["network.links"];
  for (let m = 0; m < networkLinks.length; m++) {
    networkLinks[m] =
      (sitesWithLinks[m] * siteLinkPrice[m] + (hasDistributed ? hubsWithLinks[m] * hubLinkPrice[m] : 0)) *
      bandwidthPriceIndex[m] *
      wanLinksPerSiteEtc;
  }
}

/** traffic_gb = tps_mean * demand.kb_per_tx * 3600 * demand.busy_hours_per_month / 1e6 */
export function trafficGb({ a }: Plan, s: ModelSeries): void {
  const tpsMean = s["tps_mean"];
  const demandKbPerTxEtc = (a["demand.kb_per_tx"] * 3600 * a["demand.busy_hours_per_month"]) / 1e6;
  const trafficGb = s["traffic_gb"];
  for (let m = 0; m < trafficGb.length; m++) {
    trafficGb[m] = tpsMean[m] * demandKbPerTxEtc;
  }
}

/** central_billed_gb = is(vertical.hosting, cloud) * central_share * traffic_gb */
export function centralBilledGb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const trafficGb = s["traffic_gb"];
  const verticalHostingCloudEtc = (a["vertical.hosting"] === "cloud" ? 1 : 0) * p.centralShare;
  const centralBilledGb = s["central_billed_gb"];
  for (let m = 0; m < centralBilledGb.length; m++) {
    centralBilledGb[m] = trafficGb[m] * verticalHostingCloudEtc;
  }
}

/** distributed_billed_gb = is(horizontal.hosting, cloud) * distributed_share * traffic_gb */
export function distributedBilledGb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const trafficGb = s["traffic_gb"];
  const horizontalHostingCloudEtc = (a["horizontal.hosting"] === "cloud" ? 1 : 0) * (1 - p.centralShare);
  const distributedBilledGb = s["distributed_billed_gb"];
  for (let m = 0; m < distributedBilledGb.length; m++) {
    distributedBilledGb[m] = trafficGb[m] * horizontalHostingCloudEtc;
  }
}

/** written_share = (1 - demand.read_share) * transfer.write_amplification */
export function writtenShare({ a }: Plan, s: ModelSeries): void {
  const demandReadShareEtc = (1 - a["demand.read_share"]) * a["transfer.write_amplification"];
  const writtenShare = s["written_share"];
  writtenShare.fill(demandReadShareEtc);
}

/** egress_gb = demand.read_share * parts(central_billed_gb * remote_site_share, distributed_billed_gb * remote_hub_share) */
export function egressGb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const centralBilledGb = s["central_billed_gb"];
  const remoteSiteShare = s["remote_site_share"];
  const distributedBilledGb = s["distributed_billed_gb"];
  const remoteHubShare = s["remote_hub_share"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const demandReadShare = a["demand.read_share"];
  const egressGb = s["egress_gb"];
  for (let m = 0; m < egressGb.length; m++) {
    egressGb[m] =
      ((hasCentral ? centralBilledGb[m] * remoteSiteShare[m] : 0) + (hasDistributed ? distributedBilledGb[m] * remoteHubShare[m] : 0)) *
      demandReadShare;
  }
}

/** between_regions_gb = parts(central_billed_gb * (vertical.dr_share > 0 ? written_share : 0), distributed_billed_gb * (written_share * global_share * (regions - 1) + (regions > 1 ? demand.read_share * horizontal.remote_read_share : 0))) */
export function betweenRegionsGb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const centralBilledGb = s["central_billed_gb"];
  const writtenShare = s["written_share"][0];
  const verticalDrShareEtc = a["vertical.dr_share"] > 0 ? writtenShare : 0;
  const distributedBilledGb = s["distributed_billed_gb"];
  const globalShare = s["global_share"][0];
  const regions = s["regions"];
  const writtenShareEtc = writtenShare * globalShare;
  const demandReadShareEtc = a["demand.read_share"] * a["horizontal.remote_read_share"];
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const betweenRegionsGb = s["between_regions_gb"];
  for (let m = 0; m < betweenRegionsGb.length; m++) {
    betweenRegionsGb[m] =
      (hasCentral ? centralBilledGb[m] * verticalDrShareEtc : 0) +
      (hasDistributed ? distributedBilledGb[m] * ((regions[m] - 1) * writtenShareEtc + (regions[m] > 1 ? demandReadShareEtc : 0)) : 0);
  }
}

/** copies_in_other_zones = horizontal.replication - ceil(horizontal.replication / horizontal.zones) */
export function copiesInOtherZones({ a }: Plan, s: ModelSeries): void {
  const horizontalReplicationEtc = a["horizontal.replication"] - Math.ceil(a["horizontal.replication"] / a["horizontal.zones"]);
  const copiesInOtherZones = s["copies_in_other_zones"];
  copiesInOtherZones.fill(horizontalReplicationEtc);
}

/** between_zones_gb = written_share * parts(central_billed_gb * (vertical.standby + vertical.read_replicas), distributed_billed_gb * copies_in_other_zones * (1 - global_share + global_share * regions)) */
export function betweenZonesGb(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const writtenShare = s["written_share"][0];
  const centralBilledGb = s["central_billed_gb"];
  const verticalStandbyEtc = a["vertical.standby"] + a["vertical.read_replicas"];
  const distributedBilledGb = s["distributed_billed_gb"];
  const copiesInOtherZones = s["copies_in_other_zones"][0];
  const globalShare = s["global_share"][0];
  const regions = s["regions"];
  const globalShare2 = 1 - globalShare;
  const hasCentral = p.centralShare > 0;
  const hasDistributed = p.centralShare < 1;
  const betweenZonesGb = s["between_zones_gb"];
  for (let m = 0; m < betweenZonesGb.length; m++) {
    betweenZonesGb[m] =
      ((hasCentral ? centralBilledGb[m] * verticalStandbyEtc : 0) +
        (hasDistributed ? distributedBilledGb[m] * (globalShare2 + regions[m] * globalShare) * copiesInOtherZones : 0)) *
      writtenShare;
  }
}

/** transfer_gb = egress_gb + between_regions_gb */
export function transferGb(_p: Plan, s: ModelSeries): void {
  const egressGb = s["egress_gb"];
  const betweenRegionsGb = s["between_regions_gb"];
  const transferGb = s["transfer_gb"];
  for (let m = 0; m < transferGb.length; m++) {
    transferGb[m] = egressGb[m] + betweenRegionsGb[m];
  }
}

/** egress_bill = graduated(egress_gb * transfer.units_per_gb, tiers) * (1 + cloud.price_change) ^ (transfer.rates_age / 12) */
export function egressBill(p: Plan, s: ModelSeries): void {
  const { a } = p;
  const tiers = tierTable(p.reference.transferRates[a["transfer.rates"]].tiers);
  const egressGb = s["egress_gb"];
  const transferUnitsPerGb = s["transfer.units_per_gb"][0];
  const transferRatesAge = s["transfer.rates_age"][0];
  const cloudPriceChangeEtc = Math.pow(1 + a["cloud.price_change"], transferRatesAge / 12);
  const egressBill = s["egress_bill"];
  for (let m = 0; m < egressBill.length; m++) {
    egressBill[m] = graduatedBy(tiers, egressGb[m] * transferUnitsPerGb) * cloudPriceChangeEtc;
  }
}

/** network.transfer = (egress_bill + between_regions_gb * transfer.region_price + between_zones_gb * transfer.zone_price) * cloud_price_index */
export function networkTransfer({ a }: Plan, s: ModelSeries): void {
  const egressBill = s["egress_bill"];
  const betweenRegionsGb = s["between_regions_gb"];
  const transferRegionPrice = a["transfer.region_price"];
  const betweenZonesGb = s["between_zones_gb"];
  const transferZonePrice = a["transfer.zone_price"];
  const cloudPriceIndex = s["cloud_price_index"];
  const networkTransfer = s["network.transfer"];
  for (let m = 0; m < networkTransfer.length; m++) {
    networkTransfer[m] =
      (egressBill[m] + betweenRegionsGb[m] * transferRegionPrice + betweenZonesGb[m] * transferZonePrice) * cloudPriceIndex[m];
  }
}

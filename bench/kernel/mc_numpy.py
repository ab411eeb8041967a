# The stand-in model in numpy: the month loop over vectors of trials. Prints the microseconds of processor time per trial.
import sys
import time

import numpy as np

LC=np.array([4,8,12,16,24,32,48,64,96,128,192,256.]);LP=np.array([9e3,13e3,18e3,23e3,34e3,46e3,74e3,105e3,180e3,270e3,520e3,820e3])
TF=[0,10e3,50e3,150e3];TD=[0.09,-0.005,-0.015,-0.02]
util,so,tradein,migr,maint,support,kwcore,pue,elec,WAGE,w,wkb,S0,st,RF,nc,xaz=.6,.10,.2,60e3,.15,.22,.012,1.5,.12,150e3,.2,.5,20e3,.023,3,16,.01;TOP=256
TRI=np.array([[1600,2000,2600],[.10,.25,.45],[100,300,800],[12,18,30],[0,600,1500],[30,36,54],[2.2,3,4.2],[90,120,140],[6000,7000,8500],[14e3,17e3,22e3],[.02,.03,.06],[15,25,45],[.01,.02,.05],[.0001,.0005,.001],[.06,.08,.12]])
def h32(x):
    x=x.astype(np.uint32); x^=x>>np.uint32(16); x*=np.uint32(0x7feb352d); x^=x>>np.uint32(15); x*=np.uint32(0x846ca68b); x^=x>>np.uint32(16); return x
def draws(n,seed):
    i=(np.arange(n,dtype=np.uint64)[:,None]*16+np.arange(15,dtype=np.uint64)[None,:]+0x9e3779b9).astype(np.uint32)
    u=(h32(h32(i)^np.uint32(seed)).astype(np.float64)+.5)*2.3283064365386963e-10
    lo,mo,hi=TRI.T; c=(mo-lo)/(hi-lo)
    return np.where(u<c,lo+np.sqrt(u*((hi-lo)*(mo-lo))),hi-np.sqrt((1-u)*((hi-lo)*(hi-mo)))).T.copy()
def loop(p):
    D0,g,s1,a1,s2,a2,peak,tpc,pack,nP,wi,kb,sg,ka,r=p; n=D0.size
    no=np.sqrt((1-sg)/ka); xmax=no/(1+sg*(no-1)+ka*no*(no-1)); kLic=pack/12*(1+support)
    ps=np.ones(n);pr=np.zeros(n,int);ph=np.zeros(n);acc=np.full(n,S0);pn=np.zeros(n);nv=np.zeros(n);nh=np.zeros(n)
    gd=D0.copy();df=np.ones(n);fg=(1+g)**(1/12);fr=(1+r)**(-1/12)
    for m in range(60):
        d=gd+np.where(m>=a1,s1,0)+np.where(m>=a2,s2,0); req=d*peak/(tpc*util)
        s=np.maximum(ps,np.where(req>TOP,np.ceil(req*(1+so)/TOP),1)); need=np.where(s>1,req*(1+so)/s,req)
        k=np.maximum(pr,np.minimum(11,np.searchsorted(LC,need))); c=LC[k]; sv=s*2; hw=LP[k]*sv
        cap=np.where(hw>ph,np.maximum(0,hw-tradein*ph)+migr,0); wg=WAGE/12*(1+wi)**(m//12)
        gb=d*kb*2.628; bw=sum(np.maximum(gb-f,0)*t for f,t in zip(TF,TD)); acc=acc+d*(w*wkb*2.628)
        nv+=df*(cap+hw*maint/12+np.ceil(c/2)*sv*kLic+c*sv*(kwcore*pue*730*elec)+(1+np.ceil(sv/8))*wg+bw+acc*2*st)
        X=d*peak*(1-w+w*RF)/(nc*tpc*util); gr=np.maximum(1,np.ceil(X/(xmax*.8))); y=X/gr; b=1+ka*y-sg*y
        N=np.maximum(pn,gr*(np.maximum(3,np.ceil((b-np.sqrt(b*b-4*ka*y*y*(1-sg)))/(2*ka*y)))+1))
        nh+=df*((N-pn)*nP+N*(nP*maint/12+8*kLic*.5+nc*kwcore*pue*730*elec)+(1+np.ceil(N/25))*wg+bw+d*(w*(RF-1)*kb*2.628*xaz)+acc*RF*st)
        ps=s;pr=k;ph=hw;pn=N;gd=gd*fg;df=df*fr
    return nv,nh


if __name__ == '__main__':
    V, H = loop([np.array([x]) for x in TRI[:, 1]])
    if abs(V[0] - 15909303.543449) > 1e-3 or abs(H[0] - 6499566.953229) > 1e-3:
        sys.exit(f'numpy gives {V[0]}, {H[0]}')
    n = 10000
    times = []
    for _ in range(7):
        start = time.process_time()
        p = draws(n, 42)
        for i in range(0, n, 4096):
            loop([x[i:i + 4096] for x in p])
        times.append((time.process_time() - start) * 1e6 / n)
    print(float(np.median(times)))

package org.pgherd.embedded;
public class Boot { public static void main(String[] a) throws Exception {
 for(int i=0;i<3;i++){ long t=System.nanoTime(); var h=EmbeddedHerd.start(); System.out.println("start "+(System.nanoTime()-t)/1000000);
 t=System.nanoTime(); h.reset(); System.out.println("reset "+(System.nanoTime()-t)/1000000);
 t=System.nanoTime(); h.oracle(); System.out.println("oracle "+(System.nanoTime()-t)/1000000);
 try(var c=h.shard(2).connect(); var r=c.createStatement().executeQuery("select version(), current_setting('timezone'), current_setting('data_directory')")){r.next();System.out.println(r.getString(1)+r.getString(2)+r.getString(3));}
 if(a.length>0){ new ProcessBuilder("sh","-c","ps -eo pid,ppid,user,args | grep -v grep | grep /run/"+ProcessHandle.current().pid()+"-").inheritIO().start().waitFor(); Thread.sleep(60000);}
 t=System.nanoTime(); h.close(); System.out.println("close "+(System.nanoTime()-t)/1000000);}
}}

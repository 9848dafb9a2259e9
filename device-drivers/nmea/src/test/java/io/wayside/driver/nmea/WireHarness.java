// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea;

import io.wayside.core.device.Device;
import io.wayside.core.device.Source;
import io.wayside.core.time.TimeSource;
import io.wayside.rig.contracts.Eventually;
import io.wayside.rig.contracts.Heard;
import io.wayside.rig.contracts.SourceHarness;
import io.wayside.rig.simulators.transport.BytePipe;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.simulators.transport.PtyPipe;
import io.wayside.rig.simulators.transport.TcpServerPipe;
import io.wayside.rig.simulators.transport.UdpPipe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver on a real wire; its peer says single sentences when told. */
final class WireHarness<D extends Device & Source<E>, E> implements SourceHarness<D, E> {

  /** Said until the driver listens; no number of a suite. */
  private static final int WARMING_UP = 1_000;

  private final Said<D, E> said;
  private final BytePipe pipe;
  private final LookedAtTime time;
  private final Wired wired;
  private final AtomicInteger count = new AtomicInteger();

  private WireHarness(Said<D, E> said, BytePipe pipe, LookedAtTime time, Wired wired) {
    this.said = said;
    this.pipe = pipe;
    this.time = time;
    this.wired = wired;
  }

  static <D extends Device & Source<E>, E> WireHarness<D, E> overPty(Said<D, E> said, Path folder)
      throws IOException {
    PtyPipe pipe = new PtyPipe(folder.resolve("ttyGPS"));
    pipe.open();
    return over(said, pipe, "serial:" + pipe.address());
  }

  static <D extends Device & Source<E>, E> WireHarness<D, E> overTcp(Said<D, E> said)
      throws IOException {
    TcpServerPipe pipe = new TcpServerPipe(0);
    pipe.open();
    return over(said, pipe, "tcp://" + pipe.address());
  }

  /** Here the gateway has the port and the peer sends to it. */
  static <D extends Device & Source<E>, E> WireHarness<D, E> overUdp(Said<D, E> said)
      throws IOException {
    int port = LoopbackPorts.free();
    UdpPipe pipe = new UdpPipe(0, new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    pipe.open();
    return over(said, pipe, "udp://127.0.0.1:" + port);
  }

  private static <D extends Device & Source<E>, E> WireHarness<D, E> over(
      Said<D, E> said, BytePipe pipe, String address) {
    LookedAtTime time = new LookedAtTime();
    TimeSource source = Wired.of(time::nanos);
    Wired wired = new Wired(address, source, Map.of("silentAfterMs", 3_600_000));
    WireHarness<D, E> harness = new WireHarness<>(said, pipe, time, wired);
    Heard<E> heard = new Heard<>();
    Eventually eventually = new Eventually(harness.deadline(), () -> {});
    try (Source.Subscription listening = harness.device().subscribe(heard)) {
      eventually.until(
          "the driver listens on " + listening,
          () -> {
            harness.peerSays(WARMING_UP);
            return !heard.events().isEmpty();
          });
      harness.peerSays(WARMING_UP + 1);
      eventually.until(
          "it has heard all",
          () -> heard.events().stream().anyMatch(e -> harness.carries(e, WARMING_UP + 1)));
    }
    return harness;
  }

  @Override
  public D device() {
    return wired.as(said.kind());
  }

  @Override
  public long monotonicNanos() {
    return time.now();
  }

  @Override
  public void peerSays(int number) {
    pipe.write(said.bytes().of(number, count.incrementAndGet()));
  }

  @Override
  public boolean carries(E event, int number) {
    return said.carries().test(event, number);
  }

  @Override
  public void breakLink() {
    pipe.unplug();
    time.run(true);
  }

  @Override
  public void restoreLink() {
    time.run(false);
    try {
      pipe.replug();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void letTimePass() {
    time.letPass();
  }

  @Override
  public void close() {
    wired.close();
    pipe.close();
  }
}

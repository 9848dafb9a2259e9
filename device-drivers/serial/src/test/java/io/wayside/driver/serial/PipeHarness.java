// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.rig.contracts.LinkHarness;
import io.wayside.rig.simulators.clock.RealRigClock;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;

/** The rig's end of a real wire as the peer of a link. */
final class PipeHarness implements LinkHarness {

  private final Links links = new Links(Path.of("/dev"), Path.of("/proc"));
  private final RealRigClock clock = new RealRigClock();
  private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
  private final BytePipe pipe;
  private final LinkAddress address;
  private final LinkAddress deadAddress;

  /**
   * A peer that always listens: a pseudo-terminal holds about 20 kB for one that does not.
   *
   * @param scheme what makes an address of the pipe's, such as {@code tcp://}
   */
  PipeHarness(BytePipe pipe, String scheme, String deadAddress) throws IOException {
    this.pipe = pipe;
    pipe.open();
    this.address = LinkAddresses.parse(scheme + pipe.address());
    this.deadAddress = LinkAddresses.parse(scheme + deadAddress);
    clock.every(Duration.ofMillis(1), due -> heard.writeBytes(pipe.read()));
  }

  @Override
  public LinkService service() {
    return links;
  }

  @Override
  public LinkAddress address() {
    return address;
  }

  @Override
  public LinkAddress deadAddress() {
    return deadAddress;
  }

  /** A real wire takes what fits; the rest follows when the reader made room. */
  @Override
  public void peerSends(byte[] bytes) {
    long deadline = System.nanoTime() + deadline().toNanos();
    for (int sent = 0; sent < bytes.length && System.nanoTime() < deadline; ) {
      sent += pipe.write(Arrays.copyOfRange(bytes, sent, bytes.length));
    }
  }

  @Override
  public byte[] peerReceived() {
    return heard.toByteArray();
  }

  @Override
  public void peerHangsUp() {
    pipe.unplug();
    try {
      pipe.replug();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    clock.close();
    links.close();
    pipe.close();
  }
}

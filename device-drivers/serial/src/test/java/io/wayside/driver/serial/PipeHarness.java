// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.serial;

import io.wayside.core.link.LinkAddress;
import io.wayside.core.link.LinkAddresses;
import io.wayside.core.link.LinkService;
import io.wayside.rig.contracts.LinkHarness;
import io.wayside.rig.simulators.transport.BytePipe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The rig's end of a real wire as the peer of a link. */
record PipeHarness(
    Links links,
    BytePipe pipe,
    LinkAddress address,
    LinkAddress deadAddress,
    ByteArrayOutputStream heard)
    implements LinkHarness {

  /**
   * @param scheme what makes an address of the pipe's, such as {@code tcp://}
   */
  static PipeHarness over(BytePipe pipe, String scheme, String deadAddress) throws IOException {
    pipe.open();
    return new PipeHarness(
        new Links(Path.of("/dev"), Path.of("/proc")),
        pipe,
        LinkAddresses.parse(scheme + pipe.address()),
        LinkAddresses.parse(scheme + deadAddress),
        new ByteArrayOutputStream());
  }

  @Override
  public LinkService service() {
    return links;
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
    heard.writeBytes(pipe.read());
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
    links.close();
    pipe.close();
  }
}

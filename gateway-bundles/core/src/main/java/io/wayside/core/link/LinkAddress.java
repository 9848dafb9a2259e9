// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.link;

/** Where a byte link leads; {@link LinkAddresses} reads and prints the text form. */
public sealed interface LinkAddress {

  /** Number of stop bits. */
  enum StopBits {
    ONE,
    ONE_AND_A_HALF,
    TWO
  }

  /** Parity of a serial line. */
  enum Parity {
    NONE,
    EVEN,
    ODD,
    MARK,
    SPACE
  }

  /**
   * A serial device or a pseudo-terminal.
   *
   * @param path such as {@code /dev/ttyUSB0}; a link in {@code /dev/serial/by-id} is best
   */
  record Serial(String path, int baud, int dataBits, Parity parity, StopBits stopBits)
      implements LinkAddress {}

  /** A TCP server to which the gateway connects. */
  record Tcp(String host, int port) implements LinkAddress {}

  /** A UDP port on which the gateway listens. */
  record Udp(String bindHost, int port) implements LinkAddress {}
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Which channels are enabled, on the wire eight hexadecimal digits for each begun 32 channels, the
 * highest channels first.
 */
record ChannelMask(BigInteger bits, int channels) {

  static ChannelMask none(int channels) {
    return new ChannelMask(BigInteger.ZERO, channels);
  }

  private static int digits(int channels) {
    return (channels + 31) / 32 * 8;
  }

  /** Empty when the text has not exactly the digits that a device of so many channels needs. */
  static Optional<ChannelMask> parse(String text, int channels) {
    return text.length() == digits(channels) && text.matches("[0-9a-fA-F]+")
        ? Optional.of(new ChannelMask(new BigInteger(text, 16), channels))
        : Optional.empty();
  }

  boolean has(int channel) {
    return bits.testBit(channel);
  }

  ChannelMask or(ChannelMask other) {
    return new ChannelMask(bits.or(other.bits), channels);
  }

  ChannelMask with(int channel) {
    return new ChannelMask(bits.setBit(channel), channels);
  }

  String text() {
    return ("%0" + digits(channels) + "x").formatted(bits);
  }
}

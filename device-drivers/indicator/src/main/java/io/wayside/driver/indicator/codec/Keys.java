// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.codec;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Map;
import java.util.Optional;

/**
 * What the keys of a format are pressed with, as ASCII text; a key it does not have is missing. In
 * the command of a preset tare {@code %s} stands for the number in kilograms.
 *
 * @param commands by key
 * @param answered whether each press is answered by itself; otherwise its effect shows in the
 *     weights that follow
 */
public record Keys(Map<Key, String> commands, boolean answered) {

  static final Keys NONE = new Keys(Map.of(), false);

  /** MT-SICS levels 0 and 1. Z and T wait for rest; a zero ends the tare. */
  static final Keys MT_SICS =
      new Keys(
          Map.of(
              Key.ZERO, "Z\r\n",
              Key.TARE, "T\r\n",
              Key.PRESET_TARE, "TA %s kg\r\n",
              Key.CLEAR_TARE, "TAC\r\n"),
          true);

  /** SCP-0499: each is answered by a weight; the number of a preset tare has ten characters. */
  static final Keys SMA =
      new Keys(
          Map.of(
              Key.ZERO, "\nZ\r",
              Key.TARE, "\nT\r",
              Key.PRESET_TARE, "\nT%10s\r",
              Key.CLEAR_TARE, "\nC\r"),
          false);

  /** One character each, without a line end; to be allowed in the terminal's set-up. */
  static final Keys TOLEDO =
      new Keys(Map.of(Key.ZERO, "Z", Key.TARE, "T", Key.CLEAR_TARE, "C"), false);

  public Keys {
    commands = Map.copyOf(commands);
  }

  /**
   * CAS CI-200, command mode: D, the device number in two digits, the key. It sends the command
   * back.
   */
  static Keys cas(int deviceNumber) {
    return new Keys(
        Map.of(
            Key.ZERO, "D%02dKZ\r\n".formatted(deviceNumber),
            Key.TARE, "D%02dKT\r\n".formatted(deviceNumber)),
        true);
  }

  /** The bytes of a key; {@code kilograms} matters for a preset tare only. */
  public Optional<byte[]> bytes(Key key, String kilograms) {
    return Optional.ofNullable(commands.get(key))
        .map(command -> (key == Key.PRESET_TARE ? command.formatted(kilograms) : command))
        .map(command -> command.getBytes(US_ASCII));
  }
}

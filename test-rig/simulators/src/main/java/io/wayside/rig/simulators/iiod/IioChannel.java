// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.iiod;

import java.util.ArrayList;
import java.util.List;

/**
 * One input channel of a described device.
 *
 * @param id as libiio calls it, such as {@code voltage0} or {@code timestamp}
 * @param index place in a scan, or -1 for a channel that is not scanned
 * @param format of a scanned channel
 * @param attributes {@code raw} is not among them: it follows the samples
 */
public record IioChannel(String id, int index, ScanFormat format, List<IioAttribute> attributes) {

  static final String TIMESTAMP = "timestamp";

  public IioChannel {
    attributes = List.copyOf(attributes);
    if (!id.matches("[a-z]+[a-z0-9_-]*")) {
      throw new IllegalArgumentException("'" + id + "' is no channel id such as voltage0");
    }
  }

  public static IioChannel scanned(String id, int index, String format) {
    return new IioChannel(id, index, ScanFormat.parse(format), List.of());
  }

  /** Nanoseconds of the realtime clock, 64 bits; the device fills it in. */
  public static IioChannel timestamp(int index) {
    return scanned(TIMESTAMP, index, "le:s64/64>>0");
  }

  /** A channel that can be asked and is in no scan. */
  public static IioChannel unscanned(String id) {
    return scanned(id, -1, "le:s16/16>>0");
  }

  /** Multiplies raw plus offset; a kernel writes it in millivolts for voltages. */
  public IioChannel scale(String value) {
    return with("scale", value, false);
  }

  public IioChannel offset(String value) {
    return with("offset", value, false);
  }

  public IioChannel with(String name, String value, boolean writable) {
    List<IioAttribute> more = new ArrayList<>(attributes);
    more.add(new IioAttribute(name, "in_" + id + "_" + name, value, writable));
    return new IioChannel(id, index, format, more);
  }

  boolean isTimestamp() {
    return id.equals(TIMESTAMP);
  }

  boolean isScanned() {
    return index >= 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.core.device;

import java.util.List;

/** A sampled sensor with one or more channels taken at the same instants. */
public interface SampleStream extends Device, Source<SampleBlock> {

  /** The channels in the order in which blocks carry them; constant while the service lives. */
  List<Channel> channels();

  /** Nominal sampling rate in hertz; blocks carry the true times. */
  double nominalRateHz();

  /**
   * One channel.
   *
   * @param name as in the site document
   * @param unit UCUM code of the samples, such as {@code N}, {@code V}, {@code 1} for counts
   */
  record Channel(String name, String unit) {}
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

/** What was heard of a reader since the driver started. */
public final class Counters {

  long told;
  long merged;
  long dropped;
  long fromOldSpecs;
  long whileOff;
  long withoutAntenna;
  long emptyReports;
  long garbled;
  long unexpected;
  long lost;

  /** Sightings that listeners were told. */
  public long told() {
    return told;
  }

  /** Sightings that counted with a later one of the same tag. */
  public long merged() {
    return merged;
  }

  /** Sightings nobody was told of, because there were too many. */
  public long dropped() {
    return dropped;
  }

  /** Sightings that the reader kept from an earlier connection. */
  public long fromOldSpecs() {
    return fromOldSpecs;
  }

  /** Sightings that came although the radio was off. */
  public long whileOff() {
    return whileOff;
  }

  /** Reports without a tag, as some readers send. */
  public long emptyReports() {
    return emptyReports;
  }

  /** Messages that could not be read. */
  public long garbled() {
    return garbled;
  }

  /** Answers nobody waited for. */
  public long unexpected() {
    return unexpected;
  }

  /** Times the reader said that it had lost reports. */
  public long lost() {
    return lost;
  }

  @Override
  public String toString() {
    return "told "
        + told
        + ", merged "
        + merged
        + ", dropped "
        + dropped
        + ", from old specs "
        + fromOldSpecs
        + ", while off "
        + whileOff
        + ", without antenna "
        + withoutAntenna
        + ", empty reports "
        + emptyReports
        + ", garbled "
        + garbled
        + ", unexpected "
        + unexpected
        + ", losses "
        + lost;
  }
}

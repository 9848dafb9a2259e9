// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.List;

/**
 * ROReportSpec (237): when tag reports go out and what is in them.
 *
 * @param trigger 0 only when asked, 1 N tags or end of AISpec, 2 N tags or end of ROSpec
 * @param tags N; 0 for the end alone
 * @param content bits of TagReportContentSelector (238), the first field highest
 * @param memory bits of C1G2EPCMemorySelector (348): CRC, then PC
 */
public record ReportSpec(int trigger, int tags, int content, int memory) {

  /** A report for each reply, with all that can be said. */
  public static final ReportSpec EVERYTHING = new ReportSpec(2, 1, 0xFFC0, 0);

  public static final int RO_SPEC_ID = 1 << 15;
  public static final int SPEC_INDEX = 1 << 14;
  public static final int INVENTORY_ID = 1 << 13;
  public static final int ANTENNA = 1 << 12;
  public static final int CHANNEL = 1 << 11;
  public static final int PEAK_RSSI = 1 << 10;
  public static final int FIRST_SEEN = 1 << 9;
  public static final int LAST_SEEN = 1 << 8;
  public static final int SEEN_COUNT = 1 << 7;
  public static final int ACCESS_SPEC_ID = 1 << 6;
  static final int CRC = 1 << 7;
  static final int PC = 1 << 6;

  private static final int LAST_TRIGGER = 2;

  static ReportSpec parse(Parameter spec) throws Refused {
    Cursor in = spec.cursor();
    int trigger = in.u8();
    if (trigger > LAST_TRIGGER) {
      throw new Refused(
          Status.parameterField(
              Parameter.RO_REPORT_SPEC, 0, Status.A_OUT_OF_RANGE, "report trigger " + trigger));
    }
    int tags = in.u16();
    Cursor selector =
        Parameter.one(in.parameters(), Parameter.CONTENT_SELECTOR, Parameter.RO_REPORT_SPEC)
            .cursor();
    int content = selector.u16();
    List<Parameter> memory = Parameter.all(selector.parameters(), Parameter.MEMORY_SELECTOR);
    return new ReportSpec(
        trigger, tags, content, memory.isEmpty() ? 0 : memory.get(0).cursor().u8());
  }

  void write(Octets out) {
    out.tlv(
        Parameter.RO_REPORT_SPEC,
        o ->
            o.u8(trigger)
                .u16(tags)
                .tlv(
                    Parameter.CONTENT_SELECTOR,
                    s -> s.u16(content).tlv(Parameter.MEMORY_SELECTOR, m -> m.u8(memory))));
  }

  boolean has(int field) {
    return (content & field) != 0;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.zip.CRC32;

/** What SET_READER_CONFIG sets; it survives the connection. */
final class Settings {

  static final int EVENT_GPI = 1;
  static final int EVENT_RO_SPEC = 2;
  static final int EVENT_BUFFER = 3;
  static final int EVENT_EXCEPTION = 4;
  static final int EVENT_AI_END = 6;
  static final int EVENT_ANTENNA = 8;
  private static final int EVENT_TYPES = 10;
  private static final int HIGHEST_REQUEST = 11;

  private final ReaderTraits traits;
  private final TreeMap<Integer, byte[]> antennas = new TreeMap<>();
  private BitSet events = new BitSet();
  private BitSet gpisOn = new BitSet();
  private BitSet gpos = new BitSet();
  private long keepaliveMs;
  private boolean hold;
  private ReportSpec report = ReportSpec.EVERYTHING;
  private int accessReport;

  Settings(ReaderTraits traits) {
    this.traits = traits;
  }

  boolean tells(int event) {
    return events.get(event);
  }

  boolean gpiOn(int port) {
    return gpisOn.get(port);
  }

  boolean gpo(int port) {
    return gpos.get(port);
  }

  long keepaliveMs() {
    return keepaliveMs;
  }

  boolean hold() {
    return hold;
  }

  ReportSpec report() {
    return report;
  }

  /** Takes a SET_READER_CONFIG, all of it or nothing. */
  void set(byte[] body) throws Refused {
    Cursor in = new Cursor(body);
    boolean reset = (in.u8() & 0x80) != 0;
    Settings next = new Settings(traits);
    if (!reset) {
      next.become(this);
    }
    for (Parameter parameter : in.parameters()) {
      next.set(parameter);
    }
    become(next);
  }

  private void become(Settings other) {
    antennas.clear();
    antennas.putAll(other.antennas);
    events = (BitSet) other.events.clone();
    gpisOn = (BitSet) other.gpisOn.clone();
    gpos = (BitSet) other.gpos.clone();
    keepaliveMs = other.keepaliveMs;
    hold = other.hold;
    report = other.report;
    accessReport = other.accessReport;
  }

  private void set(Parameter parameter) throws Refused {
    Cursor in = parameter.cursor();
    switch (parameter.type()) {
      case Parameter.EVENT_SPEC -> events(in.parameters());
      case Parameter.KEEPALIVE_SPEC -> keepaliveMs = in.u8() == 0 ? 0 : in.u32();
      case Parameter.GPI_STATE -> gpisOn.set(port(parameter, in, traits.gpis()), flag(in));
      case Parameter.GPO_WRITE -> gpos.set(port(parameter, in, traits.gpos()), flag(in));
      case Parameter.EVENTS_AND_REPORTS -> hold = flag(in);
      case Parameter.RO_REPORT_SPEC -> report = ReportSpec.parse(parameter);
      case Parameter.ACCESS_REPORT_SPEC -> accessReport = in.u8();
      case Parameter.ANTENNA_CONFIGURATION -> {
        checkAntenna(parameter, traits);
        antennas.put(in.u16(), parameter.value());
      }
      case Parameter.ANTENNA_PROPERTIES, Parameter.CUSTOM ->
          throw new Refused(
              Status.parameter(
                  parameter.type(),
                  Status.P_UNSUPPORTED_PARAMETER,
                  "parameter " + parameter.type() + " cannot be set on this reader"));
      default ->
          throw new Refused(
              Status.parameter(
                  parameter.type(),
                  Status.P_UNEXPECTED_PARAMETER,
                  "parameter " + parameter.type() + " does not belong here"));
    }
  }

  private void events(List<Parameter> states) throws Refused {
    for (Parameter state : Parameter.all(states, Parameter.EVENT_STATE)) {
      Cursor in = state.cursor();
      int type = in.u16();
      if (type >= EVENT_TYPES) {
        throw new Refused(
            Status.parameterField(
                Parameter.EVENT_STATE, 0, Status.A_OUT_OF_RANGE, "no event " + type));
      }
      events.set(type, flag(in));
    }
  }

  private static boolean flag(Cursor in) throws Refused {
    return (in.u8() & 0x80) != 0;
  }

  private static int port(Parameter parameter, Cursor in, int ports) throws Refused {
    int port = in.u16();
    if (port < 1 || port > ports) {
      throw new Refused(
          Status.parameterField(
              parameter.type(),
              0,
              Status.A_OUT_OF_RANGE,
              "no port " + port + ", but 1 to " + ports));
    }
    return port;
  }

  /** Antenna, and of RFTransmitter the hop table and the power, must be among the capabilities. */
  static void checkAntenna(Parameter antenna, ReaderTraits traits) throws Refused {
    Cursor in = antenna.cursor();
    int port = in.u16();
    if (port > traits.antennas()) {
      throw new Refused(
          Status.parameterField(
              Parameter.ANTENNA_CONFIGURATION, 0, Status.A_OUT_OF_RANGE, "no antenna " + port));
    }
    for (Parameter rf : Parameter.all(in.parameters(), Parameter.RF_TRANSMITTER)) {
      Cursor values = rf.cursor();
      int hopTable = values.u16();
      int channel = values.u16();
      int power = values.u16();
      if (hopTable != traits.hopTable() || power < 1 || power > Capabilities.powerSteps()) {
        throw new Refused(
            Status.parameterField(
                Parameter.RF_TRANSMITTER,
                hopTable == traits.hopTable() ? 2 : 0,
                Status.A_OUT_OF_RANGE,
                "hop table %d, channel %d, power %d: not among the capabilities"
                    .formatted(hopTable, channel, power)));
      }
    }
  }

  /** What GET_READER_CONFIG is answered with, after the status. */
  byte[] answer(byte[] body, BitSet inputs, byte[] specs) throws Refused {
    Cursor in = new Cursor(body);
    in.u16();
    int requested = in.u8();
    if (requested > HIGHEST_REQUEST) {
      throw new Refused(Status.field(1, Status.A_OUT_OF_RANGE, "no configuration " + requested));
    }
    Octets out = new Octets();
    for (int part : new int[] {1, 2, 3, 5, 4, 6, 7, 8, 9, 10, 11}) {
      if (requested == 0 || requested == part) {
        write(part, out, inputs, specs);
      }
    }
    return out.bytes();
  }

  private void write(int part, Octets out, BitSet inputs, byte[] specs) {
    switch (part) {
      // EUI-64 of a range kept for documentation.
      case 1 -> out.tlv(218, o -> o.u8(0).u16(8).u32(0x00005E00L).u32(0x5300_0001L));
      case 2 -> forEach(traits.antennas(), i -> out.tlv(221, o -> o.u8(0x80).u16(i).u16(600)));
      case 3 -> antennas.values().forEach(v -> out.tlv(222, o -> o.raw(v)));
      case 4 -> report.write(out);
      case 5 -> out.tlv(244, o -> forEach(EVENT_TYPES, i -> event(o, i - 1)));
      case 6 -> out.tlv(239, o -> o.u8(accessReport));
      case 7 -> out.tlv(217, o -> o.u32(state(specs)));
      case 8 -> out.tlv(220, o -> o.u8(keepaliveMs > 0 ? 1 : 0).u32(keepaliveMs));
      case 9 ->
          forEach(
              traits.gpis(),
              i -> out.tlv(225, o -> o.u16(i).u8(bit(gpisOn, i)).u8(inputs.get(i) ? 1 : 0)));
      case 10 -> forEach(traits.gpos(), i -> out.tlv(219, o -> o.u16(i).u8(bit(gpos, i))));
      default -> out.tlv(226, o -> o.u8(hold ? 0x80 : 0));
    }
  }

  private void event(Octets out, int type) {
    out.tlv(245, o -> o.u16(type).u8(bit(events, type)));
  }

  /** Equal as long as configuration and specs are. */
  private long state(byte[] specs) {
    Octets all = new Octets().raw(specs);
    for (int part : new int[] {3, 4, 5, 6, 8, 11}) {
      write(part, all, new BitSet(), specs);
    }
    forEach(traits.gpis(), i -> all.u8(bit(gpisOn, i)));
    CRC32 crc = new CRC32();
    crc.update(all.bytes());
    return crc.getValue();
  }

  private static int bit(BitSet bits, int index) {
    return bits.get(index) ? 0x80 : 0;
  }

  private static void forEach(int count, IntConsumer action) {
    for (int i = 1; i <= count; i++) {
      action.accept(i);
    }
  }
}

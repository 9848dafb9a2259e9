// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A ROSpec (177) as it was added. Its radio begins by command, at once when enabled, or when an
 * input changes, and ends by command or after a time. Of AISpecs one without an end of its own.
 *
 * @param id not 0
 * @param priority 0 comes before 7
 * @param immediate begins when it is enabled
 * @param startGpi input that begins it
 * @param startHigh the input's level that begins it
 * @param durationMs after which it ends; 0 for never
 * @param antennas where it listens; empty for all
 * @param inventoryId of its InventoryParameterSpec
 * @param report what it reports; null for what the configuration says
 * @param definition the parameter's value as it came
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record RoSpec(
    long id,
    int priority,
    boolean immediate,
    OptionalInt startGpi,
    boolean startHigh,
    long durationMs,
    Set<Integer> antennas,
    int inventoryId,
    @Nullable ReportSpec report,
    byte[] definition) {

  private static final int STATE_AT = 5;
  private static final int START_IMMEDIATE = 1;
  private static final int START_GPI = 3;

  static RoSpec parse(Parameter spec, ReaderTraits traits) throws Refused {
    Cursor in = spec.cursor();
    long id = in.u32();
    int priority = in.u8();
    check(id != 0, 0, "a ROSpec has no id 0; number it from 1");
    check(priority <= 7, 1, "priority " + priority + " is not 0 to 7");
    check(in.u8() == 0, 2, "a ROSpec is added disabled");
    List<Parameter> parts = in.parameters();
    List<Parameter> boundary =
        Parameter.one(parts, Parameter.BOUNDARY, Parameter.RO_SPEC).cursor().parameters();
    Cursor start = Parameter.one(boundary, Parameter.START_TRIGGER, Parameter.BOUNDARY).cursor();
    int startType = start.u8();
    if (startType != 0 && startType != START_IMMEDIATE && startType != START_GPI) {
      throw unsupported(Parameter.START_TRIGGER, "start trigger " + startType);
    }
    OptionalInt gpi = OptionalInt.empty();
    boolean high = false;
    if (startType == START_GPI) {
      Cursor trigger =
          Parameter.one(start.parameters(), Parameter.GPI_TRIGGER, Parameter.START_TRIGGER)
              .cursor();
      gpi = OptionalInt.of(trigger.u16());
      high = (trigger.u8() & 0x80) != 0;
    }
    Cursor stop = Parameter.one(boundary, Parameter.STOP_TRIGGER, Parameter.BOUNDARY).cursor();
    int stopType = stop.u8();
    if (stopType > 1) {
      throw unsupported(Parameter.STOP_TRIGGER, "stop trigger " + stopType);
    }
    long durationMs = stopType == 1 ? stop.u32() : 0;
    Cursor ai = Parameter.one(parts, Parameter.AI_SPEC, Parameter.RO_SPEC).cursor();
    Set<Integer> antennas = new HashSet<>(ai.u16s());
    for (int antenna : antennas) {
      if (antenna > traits.antennas()) {
        throw new Refused(
            Status.parameterField(
                Parameter.AI_SPEC, 0, Status.A_OUT_OF_RANGE, "no antenna " + antenna));
      }
    }
    List<Parameter> inside = ai.parameters();
    if (Parameter.one(inside, Parameter.AI_STOP, Parameter.AI_SPEC).cursor().u8() != 0) {
      throw unsupported(Parameter.AI_STOP, "an AISpec with an end of its own");
    }
    int inventoryId =
        inventory(Parameter.one(inside, Parameter.INVENTORY, Parameter.AI_SPEC), traits);
    List<Parameter> report = Parameter.all(parts, Parameter.RO_REPORT_SPEC);
    return new RoSpec(
        id,
        priority,
        startType == START_IMMEDIATE,
        gpi,
        high,
        durationMs,
        antennas.contains(0) ? Set.of() : Set.copyOf(antennas),
        inventoryId,
        report.isEmpty() ? null : ReportSpec.parse(report.get(0)),
        spec.value().clone());
  }

  private static int inventory(Parameter spec, ReaderTraits traits) throws Refused {
    Cursor in = spec.cursor();
    int id = in.u16();
    if (id == 0 || in.u8() != 1) {
      throw new Refused(
          Status.parameterField(
              Parameter.INVENTORY, 0, Status.A_INVALID, "wants an id and protocol 1, C1G2"));
    }
    for (Parameter antenna : Parameter.all(in.parameters(), Parameter.ANTENNA_CONFIGURATION)) {
      Settings.checkAntenna(antenna, traits);
    }
    return id;
  }

  private static void check(boolean right, int field, String text) throws Refused {
    if (!right) {
      throw new Refused(Status.parameterField(Parameter.RO_SPEC, field, Status.A_INVALID, text));
    }
  }

  private static Refused unsupported(int type, String what) {
    return new Refused(
        Status.parameterField(
            type, 0, Status.A_OUT_OF_RANGE, what + " is not what this reader does"));
  }

  boolean listensAt(int antenna) {
    return antennas.isEmpty() || antennas.contains(antenna);
  }

  /** The parameter with the state it is in: 0 disabled, 1 inactive, 2 active. */
  void write(Octets out, int state) {
    byte[] value = definition.clone();
    value[STATE_AT] = (byte) state;
    out.tlv(Parameter.RO_SPEC, o -> o.raw(value));
  }
}

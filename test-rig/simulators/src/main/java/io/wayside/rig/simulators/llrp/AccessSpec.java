// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An AccessSpec (207) as it was added: what is done with a tag once it has answered.
 *
 * @param id not 0
 * @param antenna where; 0 for all
 * @param roSpecId beside which ROSpec; 0 for all
 * @param times after which it deletes itself; 0 for never
 * @param targets all of which must fit the tag
 * @param operations in order; one that fails ends them
 * @param reportsAtOnce in a report of its own, not with the ROSpec's
 * @param definition the parameter's value as it came
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record AccessSpec(
    long id,
    int antenna,
    long roSpecId,
    int times,
    List<Target> targets,
    List<Operation> operations,
    boolean reportsAtOnce,
    byte[] definition) {

  private static final int STATE_AT = 7;

  /** C1G2TargetTag (339): bits of a bank that must, or must not, be so. */
  record Target(int bank, boolean match, int pointer, Bits mask, Bits data) {

    static Target parse(Parameter target) throws Refused {
      Cursor in = target.cursor();
      int flags = in.u8();
      return new Target(flags >> 6, (flags & 0x20) != 0, in.u16(), in.bits(), in.bits());
    }

    boolean fits(SimulatedTag tag) {
      byte[] memory = tag.bank(bank);
      return new Bits(memory, 8 * memory.length).matches(pointer, mask, data) == match
          || mask.count() == 0;
    }
  }

  static AccessSpec parse(Parameter spec) throws Refused {
    Cursor in = spec.cursor();
    long id = in.u32();
    int antenna = in.u16();
    check(id != 0, 0, "an AccessSpec has no id 0; number it from 1");
    check(in.u8() == 1, 2, "an AccessSpec is for protocol 1, C1G2");
    check((in.u8() & 0x80) == 0, 3, "an AccessSpec is added disabled");
    long roSpecId = in.u32();
    List<Parameter> parts = in.parameters();
    Cursor stop = Parameter.one(parts, Parameter.ACCESS_STOP, Parameter.ACCESS_SPEC).cursor();
    int times = stop.u8() == 1 ? stop.u16() : 0;
    List<Parameter> command =
        Parameter.one(parts, Parameter.ACCESS_COMMAND, Parameter.ACCESS_SPEC).cursor().parameters();
    List<Target> targets = new ArrayList<>();
    Parameter tagSpec = Parameter.one(command, Parameter.TAG_SPEC, Parameter.ACCESS_COMMAND);
    for (Parameter target : tagSpec.cursor().parameters()) {
      targets.add(Target.parse(target));
    }
    List<Operation> operations = new ArrayList<>();
    for (Parameter part : command) {
      if (part.type() != Parameter.TAG_SPEC && part.type() != Parameter.CUSTOM) {
        operations.add(Operation.parse(part));
      }
    }
    check(!operations.isEmpty(), 0, "an AccessSpec without an operation does nothing");
    return new AccessSpec(
        id,
        antenna,
        roSpecId,
        times,
        List.copyOf(targets),
        List.copyOf(operations),
        atOnce(Parameter.all(parts, Parameter.ACCESS_REPORT_SPEC)),
        spec.value().clone());
  }

  private static boolean atOnce(List<Parameter> reportSpec) throws Refused {
    return !reportSpec.isEmpty() && reportSpec.get(0).cursor().u8() == 1;
  }

  private static void check(boolean right, int field, String text) throws Refused {
    if (!right) {
      throw new Refused(
          Status.parameterField(Parameter.ACCESS_SPEC, field, Status.A_INVALID, text));
    }
  }

  boolean fits(SimulatedTag tag, int at, @Nullable RoSpec beside) {
    boolean place = antenna == 0 || antenna == at;
    boolean time = roSpecId == 0 || (beside != null && beside.id() == roSpecId);
    return place && time && targets.stream().allMatch(target -> target.fits(tag));
  }

  /** The results of the operations, encoded one behind the other. */
  byte[] results(SimulatedTag tag) {
    Octets out = new Octets();
    for (Operation operation : operations) {
      if (!operation.apply(tag, out)) {
        break;
      }
    }
    return out.bytes();
  }

  void write(Octets out, boolean enabled) {
    byte[] value = definition.clone();
    value[STATE_AT] = (byte) (enabled ? 0x80 : 0);
    out.tlv(Parameter.ACCESS_SPEC, o -> o.raw(value));
  }
}

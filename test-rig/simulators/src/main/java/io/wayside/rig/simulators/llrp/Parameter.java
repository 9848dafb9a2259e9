// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

import java.util.List;

/**
 * A parameter of a command.
 *
 * @param type its number
 * @param value what follows type and length
 */
@SuppressWarnings("ArrayRecordComponent") // never changed
record Parameter(int type, byte[] value) {

  static final int RO_SPEC = 177;
  static final int BOUNDARY = 178;
  static final int START_TRIGGER = 179;
  static final int GPI_TRIGGER = 181;
  static final int STOP_TRIGGER = 182;
  static final int AI_SPEC = 183;
  static final int AI_STOP = 184;
  static final int INVENTORY = 186;
  static final int ACCESS_SPEC = 207;
  static final int ACCESS_STOP = 208;
  static final int ACCESS_COMMAND = 209;
  static final int GPO_WRITE = 219;
  static final int KEEPALIVE_SPEC = 220;
  static final int ANTENNA_PROPERTIES = 221;
  static final int ANTENNA_CONFIGURATION = 222;
  static final int RF_TRANSMITTER = 224;
  static final int GPI_STATE = 225;
  static final int EVENTS_AND_REPORTS = 226;
  static final int RO_REPORT_SPEC = 237;
  static final int CONTENT_SELECTOR = 238;
  static final int ACCESS_REPORT_SPEC = 239;
  static final int EVENT_SPEC = 244;
  static final int EVENT_STATE = 245;
  static final int TAG_SPEC = 338;
  static final int TARGET_TAG = 339;
  static final int READ = 341;
  static final int WRITE = 342;
  static final int MEMORY_SELECTOR = 348;
  static final int CUSTOM = 1023;

  Cursor cursor() {
    return new Cursor(value);
  }

  /** The only one of a type. */
  static Parameter one(List<Parameter> among, int type, int parent) throws Refused {
    List<Parameter> found = all(among, type);
    if (found.size() != 1) {
      int code = found.isEmpty() ? Status.P_MISSING_PARAMETER : Status.P_DUPLICATE_PARAMETER;
      throw new Refused(
          Status.parameter(parent, code, found.size() + " of parameter " + type + " in " + parent));
    }
    return found.get(0);
  }

  static List<Parameter> all(List<Parameter> among, int type) {
    return among.stream().filter(p -> p.type() == type).toList();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/** Contents of READER_EVENT_NOTIFICATION: 246 with a stamp and one event in it. */
final class Events {

  static final int CONNECTED = 0;
  static final int REFUSED_ANOTHER_CLIENT = 2;
  static final int ANOTHER_TRIED = 4;
  static final int STARTED = 0;
  static final int ENDED = 1;
  static final int PREEMPTED = 2;

  private Events() {}

  static byte[] connection(byte[] stamp, int status) {
    return event(stamp, new Octets().tlv(256, o -> o.u16(status)));
  }

  static byte[] closing(byte[] stamp) {
    return event(stamp, new Octets().tlv(257, o -> {}));
  }

  static byte[] input(byte[] stamp, int port, boolean high) {
    return event(stamp, new Octets().tlv(248, o -> o.u16(port).u8(high ? 0x80 : 0)));
  }

  static byte[] roSpec(byte[] stamp, int what, long id, long preemptedBy) {
    return event(stamp, new Octets().tlv(249, o -> o.u8(what).u32(id).u32(preemptedBy)));
  }

  static byte[] aiSpecEnd(byte[] stamp, long roSpecId) {
    return event(stamp, new Octets().tlv(254, o -> o.u8(0).u32(roSpecId).u16(1)));
  }

  static byte[] bufferFills(byte[] stamp, int percent) {
    return event(stamp, new Octets().tlv(250, o -> o.u8(percent)));
  }

  static byte[] reportsLost(byte[] stamp) {
    return event(stamp, new Octets().tlv(251, o -> {}));
  }

  static byte[] exception(byte[] stamp, String text) {
    return event(stamp, new Octets().tlv(252, o -> o.text(text)));
  }

  static byte[] antenna(byte[] stamp, int port, boolean connected) {
    return event(stamp, new Octets().tlv(255, o -> o.u8(connected ? 1 : 0).u16(port)));
  }

  private static byte[] event(byte[] stamp, Octets inner) {
    return new Octets().tlv(246, o -> o.raw(stamp).raw(inner.bytes())).bytes();
  }
}

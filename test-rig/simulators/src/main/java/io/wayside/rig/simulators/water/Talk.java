// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

/** What stations on the water say, as payloads. Widths and scales are those of the radio. */
final class Talk {

  static final int SECOND_NOT_AVAILABLE = 60;
  static final int SECOND_INOPERATIVE = 63;

  private Talk() {}

  /**
   * Message 21.
   *
   * @param light two bits: 1 on, 2 off, 3 failed or reduced
   */
  static SixBits aid(
      Charted aid,
      double latitudeDeg,
      double longitudeDeg,
      boolean hasPlace,
      int second,
      boolean off,
      int light,
      boolean alarm) {
    SixBits bits = new SixBits().put(6, 21).put(2, 0).put(30, aid.mmsi());
    bits.put(5, aid.floating() ? 24 : 13).text(20, aid.name()).put(1, 1);
    place(bits, hasPlace ? longitudeDeg : 181, hasPlace ? latitudeDeg : 91);
    bits.put(9, 1).put(9, 1).put(6, 1).put(6, 1).put(4, 1).put(6, second).put(1, off ? 1 : 0);
    bits.put(8, 0b1110_0000 | light << 1 | (alarm ? 1 : 0));
    bits.put(1, 0).put(1, 0).put(1, 0).put(1, 0);
    if (aid.name().length() > 20) {
      bits.text(aid.name().length() - 20, aid.name().substring(20));
      bits.put((8 - bits.size() % 8) % 8, 0);
    }
    return bits;
  }

  /** Message 6 with the monitoring of an aid, 235/10. */
  static SixBits monitoring(
      Charted aid, int sequence, double volts, int light, boolean alarm, int inputs, boolean off) {
    SixBits bits = new SixBits().put(6, 6).put(2, 0).put(30, aid.mmsi()).put(2, sequence % 4);
    bits.put(30, 2_320_706).put(1, 0).put(1, 0).put(10, 235).put(6, 10);
    bits.put(10, Math.round(volts * 20)).put(10, 0).put(10, 0).put(2, 0).put(2, light);
    return bits.put(1, alarm ? 1 : 0).put(8, inputs).put(1, off ? 1 : 0).put(4, 0);
  }

  /** Message 8, 1/31: a gauge with wind and weather that are not available but for the level. */
  static SixBits gauge(int mmsi, double latitudeDeg, double longitudeDeg, double levelM) {
    SixBits bits = new SixBits().put(6, 8).put(2, 0).put(30, mmsi).put(2, 0).put(10, 1).put(6, 31);
    bits.put(25, Math.round(longitudeDeg * 60_000)).put(24, Math.round(latitudeDeg * 60_000));
    bits.put(1, 0).put(5, 0).put(5, 24).put(6, 60);
    bits.put(7, 127).put(7, 127).put(9, 360).put(9, 360);
    bits.put(11, -1_024).put(7, 101).put(10, 501).put(9, 511).put(2, 3).put(1, 0).put(7, 127);
    bits.put(12, Math.round((levelM + 10) * 100)).put(2, 3);
    bits.put(8, 255).put(9, 360);
    bits.put(8, 255).put(9, 360).put(5, 31).put(8, 255).put(9, 360).put(5, 31);
    bits.put(8, 255).put(6, 63).put(9, 360).put(8, 255).put(6, 63).put(9, 360);
    bits.put(4, 13).put(10, 501).put(3, 7).put(9, 510).put(2, 3);
    return bits.put(360 - bits.size(), 0);
  }

  /** Message 1: where a vessel with a class A station is. */
  static SixBits vesselPlace(
      int mmsi, double latitudeDeg, double longitudeDeg, double knots, double courseDeg) {
    SixBits bits = new SixBits().put(6, 1).put(2, 0).put(30, mmsi).put(4, 0).put(8, -128);
    bits.put(10, Math.round(knots * 10)).put(1, 1);
    place(bits, longitudeDeg, latitudeDeg);
    bits.put(12, Math.round(courseDeg * 10)).put(9, Math.round(courseDeg) % 360).put(6, 30);
    return bits.put(2, 0).put(3, 0).put(1, 0).put(19, 0);
  }

  /** Message 5: what a vessel is; it takes two fragments. */
  static SixBits vesselKind(
      int mmsi, String name, int type, int bow, int stern, int port, int starboard) {
    SixBits bits = new SixBits().put(6, 5).put(2, 0).put(30, mmsi).put(2, 0).put(30, 0);
    bits.text(7, "XV" + mmsi % 10_000).text(20, name).put(8, type);
    bits.put(9, bow).put(9, stern).put(6, port).put(6, starboard).put(4, 1);
    bits.put(4, 0).put(5, 0).put(5, 24).put(6, 60).put(8, 25).text(20, "CAN THO");
    return bits.put(1, 0).put(1, 0);
  }

  private static void place(SixBits bits, double longitudeDeg, double latitudeDeg) {
    bits.put(28, Math.round(longitudeDeg * 600_000)).put(27, Math.round(latitudeDeg * 600_000));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A satellite receiver on something moored: it swings within a circle and its fixes scatter. It
 * says where it is once a round in four sentences. Without a fix its sentences still carry the
 * digits of the last one, as real ones do.
 */
public final class SatelliteReceiver implements Instrument {

  private static final double METRES_A_DEGREE = 111_320;
  private static final double SWING_S = 1_800;

  private final double latitudeDeg;
  private final double longitudeDeg;
  private final double swingM;
  private final double sigmaM;
  private final Random random;
  private boolean fix = true;
  private double nowLatitudeDeg;
  private double nowLongitudeDeg;

  /**
   * A receiver with a fix.
   *
   * @param swingM radius of the circle about the given place
   * @param sigmaM of its scatter, in each direction
   */
  public SatelliteReceiver(
      double latitudeDeg, double longitudeDeg, double swingM, double sigmaM, long seed) {
    this.latitudeDeg = latitudeDeg;
    this.longitudeDeg = longitudeDeg;
    this.swingM = swingM;
    this.sigmaM = sigmaM;
    this.random = new Random(seed);
    this.nowLatitudeDeg = latitudeDeg;
    this.nowLongitudeDeg = longitudeDeg;
  }

  /** Loses its satellites, or finds them again. */
  public void fix(boolean has) {
    fix = has;
  }

  /** Where its last round said it was, as exactly as sentences can say. */
  public double latitudeDeg() {
    return Math.round(nowLatitudeDeg * 600_000) / 600_000.0;
  }

  public double longitudeDeg() {
    return Math.round(nowLongitudeDeg * 600_000) / 600_000.0;
  }

  @Override
  public List<String> says(double seconds) {
    if (fix) {
      move(seconds);
    }
    String time = SentenceWriter.time(seconds);
    String place =
        SentenceWriter.latitude(nowLatitudeDeg) + "," + SentenceWriter.longitude(nowLongitudeDeg);
    return List.of(
        String.format(
            Locale.ROOT,
            "GPGST,%s,%.1f,,,,%.1f,%.1f,%.1f",
            time,
            sigmaM,
            sigmaM,
            sigmaM,
            2 * sigmaM),
        "GPGGA," + time + "," + place + (fix ? ",1,09,1.1," : ",0,00,99.99,") + "3.2,M,-27.1,M,,",
        "GPRMC," + time + (fix ? ",A," : ",V,") + place + ",0.1,87.0,221126,1.2,W," + mode(),
        "GPGLL," + place + "," + time + (fix ? ",A," : ",V,") + mode());
  }

  private String mode() {
    return fix ? "A" : "N";
  }

  private void move(double seconds) {
    double angle = 2 * Math.PI * seconds / SWING_S;
    double north = swingM * Math.cos(angle) + sigmaM * random.nextGaussian();
    double east = swingM * Math.sin(angle) + sigmaM * random.nextGaussian();
    nowLatitudeDeg = latitudeDeg + north / METRES_A_DEGREE;
    nowLongitudeDeg = longitudeDeg + east / METRES_A_DEGREE / Math.cos(Math.toRadians(latitudeDeg));
  }
}

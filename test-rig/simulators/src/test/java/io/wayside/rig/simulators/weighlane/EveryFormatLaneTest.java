// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.weighlane;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.MemoryWire;
import io.wayside.rig.simulators.clock.SteppedRigClock;
import io.wayside.rig.simulators.fault.FaultPlan;
import io.wayside.rig.simulators.indicator.IndicatorFormat;
import io.wayside.rig.simulators.indicator.IndicatorSettings;
import io.wayside.rig.simulators.weighlane.LaneEvent.AxleSettled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lane knows of its axles can be read off the wire in any format. */
class EveryFormatLaneTest {

  /** The pattern is all that the reader here knows of a format. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "yaohua; \\x02([+-]\\d{6})0..\\x03",
        "a12; ww(-?\\d{6,7})kg\\r\\n",
        "a12-check; WG(-?\\d{5,6}) kg..\\r\\n",
        "toledo; \\x02[*]0 ([ \\d]{6}) {5}0\\r",
        "toledo-extended; \\x011...\\x20([ \\d-]{9}) {7}0\\r",
        "st-gs; ST,GS,([+-] *\\d+)kg\\r\\n",
        "a-and-d; ST,([+-]\\d{9}) kg\\r\\n",
        "dini; ST,1,([ \\d-]{10})kg,",
        "rinstrum; \\x02([ -][ \\d]{7})G\\x03",
        "t2000a; \\x02([+-]\\d{6})000000\\d000\\x03",
        "mt-sics; S S ([ \\d-]{10}) kg\\r\\n",
        "sma; \\n[Z ]1G  ([ \\d-]{10})kg \\r",
        "hbm; ([ -]\\d{8}) kg  \\r\\n"
      })
  void everySettledAxleIsShown(String format, String pattern) throws Exception {
    List<AxleSettled> settled = new ArrayList<>();
    WeighLane platform =
        new WeighLane(
            11,
            LaneSettings.orderly(),
            event -> {
              if (event instanceof AxleSettled axle) {
                settled.add(axle);
              }
            });
    SteppedRigClock clock = new SteppedRigClock();
    MemoryWire wire = new MemoryWire();
    try (SimulatedWeighLane lane =
        new SimulatedWeighLane(
            clock,
            wire,
            FaultPlan.none(),
            platform,
            IndicatorFormat.named(format),
            IndicatorSettings.axlePlatform())) {
      lane.start();
      for (int i = 0; i < 1_200; i++) {
        wire.say("\nSI\r\n\nW\rMSV?;\n"); // a command of each format, the others nonsense
        clock.advance(Duration.ofMillis(100));
      }
    }
    List<Long> shownKg = shown(wire.bytes(), Pattern.compile(pattern, Pattern.DOTALL));
    assertThat(settled).hasSizeGreaterThan(20);
    for (AxleSettled axle : settled.subList(0, settled.size() - 1)) {
      assertThat(shownKg).as("%s", axle).anyMatch(kg -> Math.abs(kg - axle.onPlatformKg()) <= 10);
    }
  }

  private static List<Long> shown(byte[] bytes, Pattern pattern) {
    Matcher frames = pattern.matcher(new String(bytes, US_ASCII));
    List<Long> shown = new ArrayList<>();
    while (frames.find()) {
      shown.add(Long.parseLong(frames.group(1).replace(" ", "")));
    }
    return shown;
  }
}

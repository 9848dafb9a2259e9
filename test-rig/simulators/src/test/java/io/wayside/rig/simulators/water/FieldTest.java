// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FieldTest {

  private static final int DAY_MINUTES = 1_440;

  @Test
  void theSameSeedSaysTheSameAgain() {
    assertThat(lived(plan(List.of(), Weather.CALM, 7), 200))
        .isEqualTo(lived(plan(List.of(), Weather.CALM, 7), 200))
        .isNotEqualTo(lived(plan(List.of(), Weather.CALM, 8), 200));
  }

  @Test
  void timeNeverRunsBackWithinAMinute() {
    Field field = new Field(plan(List.of(), Weather.STORM, 3));
    for (int minute = 0; minute < 300; minute++) {
      List<Heard> heard = new ArrayList<>();
      field.minute(minute, heard::add);
      assertThat(heard).extracting(Heard::atMs).isSorted();
    }
  }

  @Test
  void aidThatIsWellStaysWithinItsSwingAndBurnsByNightAlone() {
    FieldPlan plan = plan(List.of(), Weather.LOW_WATER, 5);
    Field field = new Field(plan);
    for (int minute = 0; minute < 3 * DAY_MINUTES; minute++) {
      field.minute(minute, heard -> {});
      double second = minute * 60.0;
      for (Charted aid : plan.aids()) {
        double depth = Math.max(0, aid.depthM() + field.river().levelM(second));
        double swing = Math.sqrt(Math.max(0, sq(aid.mooringM()) - sq(depth)));
        assertThat(field.awayM(aid.index())).isLessThanOrEqualTo(swing + 1);
        if (Math.abs(field.sky().elevationDeg(second)) > 3) {
          assertThat(field.burns(aid.index(), second))
              .isEqualTo(field.sky().elevationDeg(second) < 0);
        }
      }
    }
  }

  @Test
  void batteryLastsThroughStormyWeeksButNotWithoutItsPanel() {
    Fault gone = new Fault(FaultKind.PANEL_GONE, 0, 86_400, 14 * 86_400.0);
    Field field = new Field(plan(List.of(gone), Weather.STORM, 9));
    double least = 1;
    for (int minute = 0; minute < 14 * DAY_MINUTES; minute++) {
      field.minute(minute, heard -> {});
      least = Math.min(least, field.charge(1));
    }
    assertThat(least).as("charge of an aid that is well").isGreaterThan(0.2);
    assertThat(field.charge(0)).as("charge without a panel").isLessThan(0.05);
  }

  @Test
  void whatIsAdriftGoesFarAndIsLaidAnew() {
    Fault parted = new Fault(FaultKind.MOORING_PARTED, 0, 3_600, 40_000);
    Field field = new Field(plan(List.of(parted), Weather.CALM, 4));
    double farthest = 0;
    for (int minute = 0; minute < 800; minute++) {
      field.minute(minute, heard -> {});
      farthest = Math.max(farthest, field.awayM(0));
    }
    assertThat(farthest).isGreaterThan(500);
    assertThat(field.awayM(0)).isLessThan(30);
  }

  @Test
  void aWeakLampIsSeenByItsPhotodiodeAlone() {
    FieldPlan all =
        new FieldPlan(
            Reach.aids(6, 1),
            List.of(new Fault(FaultKind.LAMP_WEAK, 1, DAY_MINUTES * 60.0, 2 * DAY_MINUTES * 60.0)),
            Weather.CALM,
            2,
            152,
            0,
            false,
            1);
    Field field = new Field(all);
    double[] brightest = new double[2];
    for (int minute = 0; minute < 2 * DAY_MINUTES; minute++) {
      int day = minute / DAY_MINUTES;
      field.minute(
          minute,
          heard -> {
            if (heard instanceof Heard.Levels levels) {
              assertThat(levels.aid()).isEqualTo(1);
              for (int i = 0; i < levels.volts().limit(); i++) {
                brightest[day] = Math.max(brightest[day], levels.volts().get(i));
              }
            } else if (heard instanceof Heard.Edge edge) {
              assertThat(edge.aid()).isEqualTo(5);
            }
          });
    }
    assertThat(brightest[0]).as("lamp and dark").isBetween(0.83, 0.9);
    assertThat(brightest[1]).as("less than half of it").isBetween(0.37, 0.47);
  }

  @Test
  void planHasNoTwoFaultsAtOneAidAtATimeAndEveryKindWanted() {
    List<Charted> aids = Reach.aids(50, 1);
    List<Fault> faults = FaultPlan.draw(aids, EnumSet.allOf(FaultKind.class), 200, 90, 1);

    assertThat(faults).hasSize(200);
    assertThat(faults).extracting(Fault::kind).contains(FaultKind.values());
    Map<Integer, Double> freeFrom = new HashMap<>();
    for (Fault fault : faults) {
      Charted aid = aids.get(fault.aid());
      assertThat(fault.fromS()).isGreaterThan(freeFrom.getOrDefault(fault.aid(), 0.0));
      assertThat(!fault.kind().floatingAlone() || aid.floating()).isTrue();
      freeFrom.put(fault.aid(), fault.toS());
    }
  }

  @Test
  void aLineHasItsCheckSum() {
    // The well-known first sentence of many descriptions of AIS, by its published body.
    assertThat(Vdm.sentence("AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0"))
        .isEqualTo("!AIVDM,1,1,,B,177KQJ5000G?tO`K>RA1wUbN0TKH,0*5C\r\n");
  }

  private static double sq(double value) {
    return value * value;
  }

  private static List<Heard> lived(FieldPlan plan, int minutes) {
    Field field = new Field(plan);
    List<Heard> all = new ArrayList<>();
    for (int minute = 0; minute < minutes; minute++) {
      field.minute(minute, all::add);
    }
    return all;
  }

  private static FieldPlan plan(List<Fault> faults, Weather weather, long seed) {
    return new FieldPlan(Reach.aids(5, seed), faults, weather, 15, 152, 0.05, false, seed);
  }
}

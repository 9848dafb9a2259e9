// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.llrp.SimulatedTag;
import io.wayside.rig.simulators.toll.TrueTag;
import io.wayside.rig.simulators.toll.TrueVehicle;
import io.wayside.rig.simulators.toll.road.VehicleKind;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** When no decision can be right in both of two worlds. */
class TwinTest {

  private static final long MS = 1_000_000L;
  private static final TrueTag ALIKE =
      new TrueTag(
          SimulatedTag.of("3416214b9400000000000001"),
          false,
          Map.of(1, 200, 2, 190),
          Map.of(1, -48, 2, -50));
  private static final TrueTag BEAM =
      new TrueTag(
          SimulatedTag.of("3416214b9400000000000001"),
          false,
          Map.of(1, 200, 2, 40),
          Map.of(1, -48, 2, -62));
  private static final TrueTag OTHER =
      new TrueTag(
          SimulatedTag.of("3416214b9400000000000002"), false, Map.of(2, 200), Map.of(2, -48));

  private static TrueVehicle vehicle(int lane, long l1Ms, long l3Ms, TrueTag... tags) {
    return new TrueVehicle(
        lane,
        lane,
        VehicleKind.CAR,
        "steady",
        List.of(tags),
        0,
        OptionalLong.of(l1Ms * MS),
        OptionalLong.of(l3Ms * MS),
        OptionalLong.of((l3Ms + 1_000) * MS),
        false,
        false,
        0,
        false,
        0);
  }

  private static Twin twin(TrueVehicle one, TrueVehicle other) {
    return Twin.of(one, List.of(one, other), List.of());
  }

  @Test
  void whoDrivesBesideWithoutATagMayHaveCarriedIt() {
    TrueVehicle one = vehicle(1, 6_000, 9_000, ALIKE);
    assertThat(twin(one, vehicle(2, 6_400, 9_400))).isEqualTo(Twin.ABREAST);
  }

  @Test
  void whoCameOrLeftAtAnotherTimeMayNot() {
    TrueVehicle one = vehicle(1, 6_000, 9_000, ALIKE);
    assertThat(twin(one, vehicle(2, 6_600, 9_000))).isEqualTo(Twin.NONE);
    assertThat(twin(one, vehicle(2, 6_000, 9_600))).isEqualTo(Twin.NONE);
  }

  @Test
  void whoHasATagOfItsOwnOrHearsItLessMayNot() {
    TrueVehicle one = vehicle(1, 6_000, 9_000, ALIKE);
    assertThat(twin(one, vehicle(2, 6_000, 9_000, OTHER))).isEqualTo(Twin.NONE);
    TrueVehicle beam = vehicle(1, 6_000, 9_000, BEAM);
    assertThat(twin(beam, vehicle(2, 6_000, 9_000))).isEqualTo(Twin.NONE);
  }

  @Test
  void nobodyBehindInTheSameLaneIsATwin() {
    TrueVehicle one = vehicle(1, 6_000, 9_000, ALIKE);
    assertThat(twin(one, vehicle(1, 6_000, 9_000))).isEqualTo(Twin.NONE);
  }

  @Test
  void aGatewayThatIsOffAllTheWaySeesNobody() {
    TrueVehicle one = vehicle(1, 6_000, 9_000, BEAM);
    List<TrueVehicle> all = List.of(one);
    Twin.Dark all2 = new Twin.Dark(2, 5_000 * MS, 10_000 * MS);
    Twin.Dark late = new Twin.Dark(2, 7_000 * MS, 10_000 * MS);
    Twin.Dark own = new Twin.Dark(1, 5_000 * MS, 10_000 * MS);
    assertThat(Twin.of(one, all, List.of(all2))).isEqualTo(Twin.DARK);
    Twin.Dark early = new Twin.Dark(2, 5_000 * MS, 7_000 * MS);
    assertThat(Twin.of(one, all, List.of(early))).isEqualTo(Twin.NONE);
    assertThat(Twin.of(one, all, List.of(late))).as("memory is lost").isEqualTo(Twin.LOST);
    assertThat(Twin.of(one, all, List.of(own))).isEqualTo(Twin.NONE);
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.weigh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.Node;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.weighing.instrument.InstrumentHead;
import io.wayside.weighing.lane.OpenInstrument;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SiteDocumentTest {

  static List<String> names() {
    return Scenarios.names();
  }

  private static Node nominal(String name) {
    return Node.of(name, SiteDocument.nominal(Scenarios.named(name)));
  }

  @ParameterizedTest
  @MethodSource("names")
  void theStationOpensTheDocumentOfEveryScenario(String name) throws Exception {
    Scenario scenario = Scenarios.named(name);
    List<String> channels = Quantum.of(scenario.site()).stream().map(Quantum::name).toList();
    OpenInstrument instrument = OpenInstrument.of(nominal(name), channels);
    assertThat(instrument.head().calibration()).isEmpty();
    assertThat(instrument.head().verified().isNothing()).isTrue();
    InstrumentHead verified =
        InstrumentHead.from(
            Node.of(name, SiteDocument.verified(SiteDocument.nominal(scenario), scenario)));
    double most = scenario.traffic().speed().mostKmh() / 3.6;
    assertThat(verified.verified().coversSpeed(most)).isTrue();
    assertThat(verified.verified().coversSpeed(2 * most)).isFalse();
  }

  @Test
  void stripsHaveTheirPlacesAndNominalConstants() throws Exception {
    List<Node> lines = nominal("four-lines-class-i").member("lines").elements();
    double[] places = new double[lines.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = lines.get(i).member("atM").number();
    }
    assertThat(places).containsExactly(new double[] {0, 3.3, 6.6, 9.9}, within(1e-9));
    Node left = lines.get(0).member("halves").elements().get(0);
    assertThat(left.member("channel").text()).isEqualTo("line.1.left");
    assertThat(left.member("side").text()).isEqualTo("left");
    // 0.4 mV per newton on a strip of 53 mm
    assertThat(left.member("newtonsPerUnitMetre").number())
        .isCloseTo(1 / (4e-4 * 0.053), within(1e-6));
    assertThat(left.member("timeConstantS").number()).isEqualTo(3);
    assertThat(left.member("lateralM").numbers()).containsExactly(0, 1.75);
    assertThat(left.member("clipAt").number()).isBetween(9.99, 9.9999);
  }

  @Test
  void aDiagonalOfTheNeighbourhoodStandsInOrderOfTravel() throws Exception {
    List<Node> lines = nominal("straddling").member("lines").elements();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1).member("angleDeg").number()).isEqualTo(45);
    Node whole = lines.get(1).member("halves").elements().get(0);
    assertThat(whole.member("side").text()).isEqualTo("both");
    assertThat(whole.member("lobe").text()).isEqualTo("positive");
  }

  @Test
  void aPlatformHasItsCornersAndSampledContacts() throws Exception {
    Node document = nominal("platform-3m-low-speed");
    List<Node> cells = document.member("cells").elements();
    assertThat(cells.get(0).member("corner").text()).isEqualTo("front-left");
    assertThat(cells.get(3).member("corner").text()).isEqualTo("rear-right");
    assertThat(cells.get(0).member("newtonsPerUnit").number())
        .isCloseTo(196_133 / 2.0, within(1e-6));
    assertThat(document.member("maxKg").number()).isCloseTo(80_000, within(10.0));
    List<Node> loops = document.member("loops").elements();
    assertThat(loops).hasSize(3);
    assertThat(loops.get(2).member("channel").text()).isEqualTo("contact.curtain");
  }

  @Test
  void theInfluenceLineIsThatOfABeamOnFreeSupports() throws Exception {
    Node document = nominal("bridge");
    BridgeSpan bridge =
        SiteDocument.all(Scenarios.named("bridge").site(), BridgeSpan.class)
            .findFirst()
            .orElseThrow();
    for (int g = 0; g < bridge.gauges().size(); g++) {
      Node strain = document.member("strain").elements().get(g);
      for (Node point : strain.member("influence").elements()) {
        double[] pair = point.numbers();
        // the simulator reckons by shear and moment, not by a triangle
        assertThat(pair[1])
            .isCloseTo(bridge.influence(bridge.gauges().get(g).atM(), pair[0]), within(1e-12));
      }
    }
    assertThat(document.member("axleDetectors").elements().get(0).member("atM").number())
        .isEqualTo(-8);
  }
}

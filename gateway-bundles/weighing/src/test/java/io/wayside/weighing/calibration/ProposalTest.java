// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import io.wayside.core.data.Node;
import io.wayside.weighing.instrument.Calibration;
import io.wayside.weighing.instrument.InstrumentHead;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a proposal changes in a document, and what not. */
class ProposalTest {

  private static final Calibration NEW = new Calibration("cal-2", LocalDate.of(2026, 7, 31), "me");

  private static final String STRIPS =
      """
      {"instrument": "lane-1", "kind": "strips",
       "calibration": {"id": "cal-1", "on": "2025-07-31", "by": "you"},
       "verified": {"speedKmh": [20, 100]},
       "lines": [{"name": "a", "atM": 0, "widthM": 0.06, "halves": [
         {"channel": "ch1", "side": "left", "newtonsPerUnitMetre": 2000},
         {"channel": "ch2", "side": "right", "newtonsPerUnitMetre": 3000.0,
          "speedFactors": [[40, 1.1], [80, 1.2]]}]}]}
      """;

  private static Proposal propose(String json, List<SensorFit> fits) throws GarbledData {
    return Proposal.of(Node.read("site.json", json), fits, NEW);
  }

  private static double at(Proposal proposal, String... path) throws GarbledData {
    Node node = Node.of("proposal", proposal.document());
    for (String step : path) {
      node =
          step.matches("[0-9]+") ? node.elements().get(Integer.parseInt(step)) : node.member(step);
    }
    return node.number();
  }

  @Test
  void onlyTheSensorThatWasFittedIsChanged() throws GarbledData {
    SensorFit fit = Runs.fit(Runs.of("ch1", v -> 0.5, 1e-9, 1));
    Proposal proposal = propose(STRIPS, List.of(fit));
    assertThat(at(proposal, "lines", "0", "halves", "0", "newtonsPerUnitMetre"))
        .isCloseTo(4000, within(1e-3));
    assertThat(at(proposal, "lines", "0", "halves", "1", "newtonsPerUnitMetre")).isEqualTo(3000);
    assertThat(proposal.changes()).anyMatch(change -> change.startsWith("ch1: newtonsPerUnit"));
  }

  @Test
  void theProposedInstrumentIsCalibratedAnewAndVerifiedNoMore() throws GarbledData {
    Proposal proposal = propose(STRIPS, List.of(Runs.fit(Runs.of("*", v -> 1.01, 1e-9, 1))));
    InstrumentHead head = InstrumentHead.from(Node.of("proposal", proposal.document()));
    assertThat(head.calibration()).contains(NEW);
    assertThat(head.verified().isNothing()).isTrue();
    assertThat(proposal.changes()).anyMatch(change -> change.startsWith("verified: taken out"));
    assertThat(Json.write(proposal.document())).contains("\"name\":\"a\"", "\"atM\":0");
  }

  @Test
  void factorsBySpeedComeOnTopOfThoseInForce() throws GarbledData {
    SensorFit fit = Runs.fit(Runs.of("ch2", v -> 1 - 0.002 * (v * 3.6 - 60), 1e-6, 1));
    assertThat(fit.speedMatters()).isTrue();
    Proposal proposal = propose(STRIPS, List.of(fit));
    for (int i = 0; i < 3; i++) {
      String row = Integer.toString(i);
      double kmh = at(proposal, "lines", "0", "halves", "1", "speedFactors", row, "0");
      double factor = at(proposal, "lines", "0", "halves", "1", "speedFactors", row, "1");
      double constant = at(proposal, "lines", "0", "halves", "1", "newtonsPerUnitMetre") / 3000;
      double before = 1.1 + 0.1 * (kmh - 40) / 40;
      double measured = 1 - 0.002 * (kmh - 60);
      assertThat(measured * constant * factor / before).isCloseTo(1, within(1e-4));
    }
  }

  @Test
  void cellsOfAPlatformAndInfluenceOfABridgeAreConstantsToo() throws GarbledData {
    SensorFit fit = Runs.fit(Runs.of("*", v -> 0.8, 1e-9, 1));
    Proposal platform =
        propose(
            "{\"instrument\": \"p\", \"kind\": \"platform\","
                + " \"cells\": [{\"channel\": \"c\", \"newtonsPerUnit\": 8}]}",
            List.of(fit));
    assertThat(at(platform, "cells", "0", "newtonsPerUnit")).isCloseTo(10, within(1e-6));
    Proposal bridge =
        propose(
            "{\"instrument\": \"b\", \"kind\": \"bridge\","
                + " \"strain\": [{\"channel\": \"c\", \"influence\": [[0, 0], [5, 1e-9]]}]}",
            List.of(fit));
    assertThat(at(bridge, "strain", "0", "influence", "1", "1")).isCloseTo(0.8e-9, within(1e-14));
    assertThat(at(bridge, "strain", "0", "influence", "1", "0")).isEqualTo(5);
  }

  @Test
  void aSensorThatTheDocumentDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> propose(STRIPS, List.of(Runs.fit(Runs.of("ch9", v -> 1, 0.01, 1)))))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("site.json")
        .hasMessageContaining("\"ch9\"");
  }
}

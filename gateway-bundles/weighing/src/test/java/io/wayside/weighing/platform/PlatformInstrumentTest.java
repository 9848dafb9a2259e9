// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformInstrumentTest {

  @Test
  void readsGeometryCellsAndDefaults() throws GarbledData {
    PlatformInstrument instrument =
        Platforms.corners(
            """
            , "loops": [{"contact": "in", "fromM": -3, "toM": -1},
                        {"channel": "loop", "fromM": 4, "toM": 6, "threshold": 0.2}],
              "tuning": {"vehicleGapM": 8}, "indication": {"filterS": 1}""");
    assertThat(instrument.lengthM()).isEqualTo(3);
    assertThat(instrument.mode()).isEqualTo(PlatformInstrument.Mode.GROUP);
    assertThat(instrument.tellsSides()).isTrue();
    assertThat(instrument.tellsEnds()).isTrue();
    assertThat(instrument.loops())
        .containsExactly(
            new PresenceLoop("in", true, 0.5, 0.35, -3, -1),
            new PresenceLoop("loop", false, 0.2, 0.7 * 0.2, 4, 6));
    assertThat(instrument.tuning().vehicleGapM()).isEqualTo(8);
    assertThat(instrument.tuning().presentKg()).isEqualTo(100); // five intervals
    assertThat(instrument.indication().filterS()).isEqualTo(1);
    assertThat(instrument.indication().readingsPerS()).isEqualTo(10);
  }

  @Test
  void cellsWithoutPlacesTellNoSides() throws GarbledData {
    PlatformInstrument instrument = Platforms.plain("");
    assertThat(instrument.tellsSides()).isFalse();
    assertThat(instrument.tellsEnds()).isFalse();
    PlatformInstrument sides =
        Platforms.of(
            "",
            3,
            """
            [{"channel": "a", "newtonsPerUnit": 1, "side": "left"},
             {"channel": "b", "newtonsPerUnit": 1, "side": "right"}]""",
            "");
    assertThat(sides.tellsSides()).isTrue();
    assertThat(sides.tellsEnds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"lengthM\": 3.0|\"lengthM\": 0|/lengthM must be from 0.3",
        "\"mode\": \"group\"|\"mode\": \"groups\"|/mode must be one of axle, group, vehicle, static",
        "\"mode\": \"group\"|\"mode\": \"group\", \"length\": 3|/length is not known here",
        "\"kind\": \"platform\"|\"kind\": \"bridge\"|/kind must be \"platform\" here",
        "\"newtonsPerUnit\": 1,|\"newtonsPerUnit\": 0,|/cells/0/newtonsPerUnit must not be 0",
        "\"channel\": \"b\"|\"channel\": \"a\"|/cells/1/channel is a second cell on channel a",
        "\"rear-left\"|\"left\"|/cells/2/corner must be front-left",
        "\"maxKg\": 60000|\"maxKg\": 100|/maxKg must be from 200",
      })
  void refusesWhatCannotBeAPlatformAndNamesThePlace(String was, String is, String error) {
    String good =
        """
        {"instrument": "p1", "kind": "platform", "lengthM": 3.0, "cells": %s,
         "scaleIntervalKg": 20, "maxKg": 60000, "mode": "group"}"""
            .formatted(Platforms.CORNERS);
    assertThat(good).contains(was);
    int at = good.indexOf(was);
    String bad = good.substring(0, at) + is + good.substring(at + was.length());
    assertThatThrownBy(
            () -> PlatformInstrument.from(io.wayside.core.data.Node.read("platform.json", bad)))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("platform.json")
        .hasMessageContaining(error);
  }

  @Test
  void aLoopMustHaveALength() {
    assertThatThrownBy(
            () ->
                Platforms.corners(", \"loops\": [{\"contact\": \"in\", \"fromM\": 2, \"toM\": 2}]"))
        .hasMessageContaining("/loops/0/toM must lie behind fromM");
  }

  @Test
  void aLoopLetsGoBelowItsThreshold() {
    assertThatThrownBy(
            () ->
                Platforms.corners(
                    """
                    , "loops": [{"channel": "loop", "threshold": 0.5, "release": 0.5,
                                 "fromM": 1, "toM": 2}]"""))
        .hasMessageContaining("/loops/0/release must lie below the threshold of 0.5");
  }

  @Test
  void aRangeOfSamplesMustRise() {
    assertThatThrownBy(
            () ->
                Platforms.of(
                    "", 3, "[{\"channel\": \"a\", \"newtonsPerUnit\": 1, \"range\": [5, 5]}]", ""))
        .hasMessageContaining("/cells/0/range must be the lowest and the highest sample");
  }

  @Test
  void aChannelThatTheSamplesLackIsNamed() throws GarbledData {
    PlatformInstrument instrument = Platforms.corners("");
    assertThatThrownBy(() -> new PlatformWeighing(instrument, List.of("a", "b", "c")))
        .hasMessageContaining("\"d\"")
        .hasMessageContaining("[a, b, c]");
  }
}

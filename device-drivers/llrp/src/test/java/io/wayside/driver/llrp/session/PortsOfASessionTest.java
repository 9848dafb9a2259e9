// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.llrp.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.driver.llrp.codec.Build;
import io.wayside.driver.llrp.codec.Message;
import io.wayside.driver.llrp.session.Inputs.Level;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsOfASessionTest {

  private final ScriptedReader reader = ScriptedReader.usual();

  private static Build input(int port, boolean high) {
    return Build.parameter("GPIEvent").with("port", port).with("event", high);
  }

  private List<Message> sets(String parameter) {
    return reader.asked.stream()
        .filter(each -> each.name().equals("SET_READER_CONFIG"))
        .filter(each -> each.parameters().stream().anyMatch(p -> p.name().equals(parameter)))
        .toList();
  }

  @Test
  void withoutPortsNothingIsAskedAboutThem() {
    reader.ready();
    assertThat(sets("GPOWriteData")).isEmpty();
    assertThat(sets("GPIPortCurrentState")).isEmpty();
    assertThat(reader.names()).doesNotContain("GET_READER_CONFIG");
  }

  @Test
  void outputsAreWrittenBeforeInputsAreTurnedOnAndBothBeforeTheRadio() {
    reader.session.outputs().want(3, false);
    reader.session.inputs().want(Set.of(1));
    reader.ready();
    List<String> names = reader.names();
    int from = names.indexOf("ENABLE_EVENTS_AND_REPORTS");
    assertThat(names.subList(from + 1, names.size()))
        .containsExactly(
            "SET_READER_CONFIG", "SET_READER_CONFIG", "GET_READER_CONFIG", "ENABLE_ROSPEC");
    assertThat(sets("GPOWriteData")).hasSize(1);
    assertThat(reader.first("GPOWriteData").number("port")).isEqualTo(3);
    assertThat(reader.first("GPOWriteData").flag("data")).isFalse();
    assertThat(reader.first("GPIPortCurrentState").flag("config")).isTrue();
    assertThat(reader.last("GET_READER_CONFIG").number("requestedData")).isEqualTo(9);
    assertThat(reader.session.outputs().told(3)).contains(false);
  }

  @Test
  void changesOfPortsThatAreListenedToAreToldInOrder() {
    reader.session.inputs().want(Set.of(1));
    reader.ready();
    reader.event(input(1, true));
    reader.event(input(2, true));
    reader.now += 5;
    reader.event(input(1, false));
    assertThat(reader.session.inputs().levels())
        .containsExactly(new Level(1, true, reader.now - 5), new Level(1, false, reader.now));
    assertThat(reader.session.inputs().levels()).isEmpty();
  }

  @Test
  void afterAnOverflowTheLevelsAreAskedForAnew() {
    reader.session.inputs().want(Set.of(1));
    reader.ready();
    reader.asked.clear();
    reader.event(Build.parameter("ReportBufferOverflowErrorEvent"));
    reader.pass(20);
    assertThat(reader.names()).containsExactly("GET_READER_CONFIG");
  }

  @Test
  void moreChangesThanAnybodyCanTakeAreBoundedAndTheLevelIsAskedFor() {
    reader.session.inputs().want(Set.of(1));
    reader.ready();
    reader.asked.clear();
    for (int i = 0; i < 5_000; i++) {
      reader.event(input(1, i % 2 == 0));
    }
    reader.pass(20);
    assertThat(reader.session.inputs().levels()).hasSizeLessThan(2_000);
    assertThat(reader.names()).contains("GET_READER_CONFIG");
  }

  @Test
  void onEachConnectionPortsAreSetUpAnew() {
    reader.session.outputs().want(3, true);
    reader.session.inputs().want(Set.of(1));
    reader.ready();
    reader.session.down("cut", reader.now);
    reader.asked.clear();
    reader.session.outputs().want(3, false);
    reader.ready();
    assertThat(sets("GPOWriteData")).hasSize(1);
    assertThat(sets("GPIPortCurrentState")).hasSize(1);
    assertThat(reader.session.outputs().told(3)).contains(false);
  }

  @Test
  void aPortThatIsRefusedIsNamedAndNotAskedForAgainAndAgain() {
    reader.ready();
    reader.refused.put("SET_READER_CONFIG", 301);
    reader.session.outputs().want(9, true);
    reader.session.inputs().want(Set.of(8));
    reader.asked.clear();
    for (int i = 0; i < 50; i++) {
      reader.pass(20);
    }
    assertThat(sets("GPOWriteData")).hasSize(1);
    assertThat(sets("GPIPortCurrentState")).hasSize(1);
    assertThat(reader.session.outputs().refusal(9)).get().asString().contains("output 9", "301");
    assertThat(reader.session.inputs().refusal(8)).get().asString().contains("input 8", "301");
    assertThat(reader.session.isReady()).isTrue();
  }

  @Test
  void onTheWayOutEveryOutputIsWrittenOnceMore() {
    reader.session.outputs().want(3, true);
    reader.ready();
    reader.asked.clear();
    reader.session.outputs().want(3, false);
    reader.session.close(reader.now);
    reader.pass(0);
    assertThat(reader.names())
        .containsExactly("SET_READER_CONFIG", "DISABLE_ROSPEC", "CLOSE_CONNECTION");
    assertThat(reader.first("GPOWriteData").flag("data")).isFalse();
  }
}

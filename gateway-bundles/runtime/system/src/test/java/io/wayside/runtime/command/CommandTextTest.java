// SPDX-License-Identifier: Apache-2.0
package io.wayside.runtime.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.command.Command;
import io.wayside.core.command.CommandResult;
import io.wayside.core.command.Permission;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Value;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTextTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

  @Test
  void target_and_verb_are_enough() throws GarbledData {
    Command command = CommandText.read("{\"target\":\"weighing.lane-1\",\"verb\":\"zero\"}", NOW);

    assertThat(command.target()).isEqualTo("weighing.lane-1");
    assertThat(command.verb()).isEqualTo("zero");
    assertThat(command.arguments()).isEqualTo(new Value.Fields(Map.of()));
    assertThat(command.actor().face()).isEqualTo("cli");
    assertThat(command.actor().permissions()).contains(Permission.ADMINISTER);
    assertThat(command.expires()).isEqualTo(NOW.plusSeconds(30));
    assertThat(command.id()).hasSize(36);
  }

  @Test
  void the_rest_may_be_given() throws GarbledData {
    Command command =
        CommandText.read(
            "{\"target\":\"t\",\"verb\":\"v\",\"id\":\"7\",\"reason\":\"why\",\"name\":\"Lan\","
                + "\"arguments\":{\"n\":1}}",
            NOW);

    assertThat(command.id()).isEqualTo("7");
    assertThat(command.reason()).isEqualTo("why");
    assertThat(command.actor().name()).isEqualTo("Lan");
    assertThat(command.arguments().get("n")).isEqualTo(new Value.Whole(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"target\":\"t\"}",
        "{\"target\":1,\"verb\":\"v\"}",
        "{\"target\":\"t\",\"verb\":\"v\",\"arguments\":[]}",
        "{\"target\":\"t\",\"verb\":\"v\",\"reason\":5}"
      })
  void other_texts_are_garbled(String text) {
    assertThatThrownBy(() -> CommandText.read(text, NOW)).isInstanceOf(GarbledData.class);
  }

  @Test
  void results_are_told_apart_by_one_word() {
    assertThat(CommandText.write(new CommandResult.Done(Value.Fields.with("kg", 20).build())))
        .isEqualTo("{\"result\":\"done\",\"answer\":{\"kg\":20}}");
    assertThat(CommandText.write(new CommandResult.Refused("no", "why")))
        .isEqualTo("{\"result\":\"refused\",\"code\":\"no\",\"message\":\"why\"}");
    assertThat(CommandText.write(new CommandResult.Failed("half", "what")))
        .isEqualTo("{\"result\":\"failed\",\"code\":\"half\",\"message\":\"what\"}");
  }
}

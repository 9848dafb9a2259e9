// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyTest {

  private static final RecordKind STATUS = new RecordKind("gateway-status", 1);
  private static final RecordKind DOOR = new RecordKind("door", 3);

  @Test
  void withoutSettingsOnlyTelemetryIsThinned() {
    Policy policy = Policy.of(List.of(), List.of());
    assertThat(policy).isEqualTo(Policy.standard());
    for (Importance importance : Importance.values()) {
      assertThat(policy.rule(STATUS, importance))
          .isEqualTo(importance == Importance.TELEMETRY ? Policy.Rule.THIN : Policy.Rule.KEEP);
    }
    assertThat(policy.tiers()).containsExactly(Importance.TELEMETRY);
  }

  @Test
  void exceptionsAreByKindWhateverItsVersion() {
    Policy policy = Policy.of(List.of("door"), List.of("gateway-status"));
    assertThat(policy.rule(DOOR, Importance.EVENT)).isEqualTo(Policy.Rule.THIN);
    assertThat(policy.rule(STATUS, Importance.TELEMETRY)).isEqualTo(Policy.Rule.KEEP);
    assertThat(policy.rule(STATUS, Importance.EVENT)).isEqualTo(Policy.Rule.KEEP);
    assertThat(policy.tiers()).containsExactly(Importance.TELEMETRY, Importance.EVENT);
  }

  @ParameterizedTest
  @EnumSource(
      value = Importance.class,
      names = {"MONEY", "ENFORCEMENT", "ALARM"})
  void aKindThatIsThinnedIsKeptWhenItComesAsMoreThanAnEvent(Importance importance) {
    Policy policy = Policy.of(List.of("door"), List.of());
    assertThat(policy.rule(DOOR, importance)).isEqualTo(Policy.Rule.KEEP);
    assertThat(policy.overruledFor(DOOR, importance)).isTrue();
    assertThat(policy.overruledFor(STATUS, importance)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weighing", "command-audit", "alarm", "journal-gap", "journal-thinned"})
  void whatMoneyOrTheAccountDependsOnCannotBeConfiguredToBeThinned(String kind) {
    assertThatThrownBy(() -> Policy.of(List.of(kind), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("journal.thin")
        .hasMessageContaining(kind)
        .hasMessageContaining("never thinned");
  }

  @Test
  void anImportanceIsNoKind() {
    assertThatThrownBy(() -> Policy.of(List.of("money"), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("importance");
    assertThatThrownBy(() -> Policy.of(List.of(), List.of("telemetry")))
        .hasMessageContaining("journal.keep");
  }

  @Test
  void aNameThatIsNoneOrStandsInBothListsIsRefused() {
    assertThatThrownBy(() -> Policy.of(List.of("Gateway Status"), List.of()))
        .hasMessageContaining("\"Gateway Status\"");
    assertThatThrownBy(() -> Policy.of(List.of("door"), List.of("door")))
        .hasMessageContaining("both");
  }
}

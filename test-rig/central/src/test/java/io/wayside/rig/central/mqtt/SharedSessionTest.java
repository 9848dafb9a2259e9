// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.mqtt;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.rig.central.intake.Gateways;
import io.wayside.rig.central.intake.Intake;
import io.wayside.rig.central.intake.Reading;
import io.wayside.rig.central.intake.Topics;
import io.wayside.rig.central.intake.Writer;
import io.wayside.rig.central.store.JdbcStore;
import io.wayside.rig.central.store.StoredRecord;
import io.wayside.rig.transports.ScriptedBroker;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Answers that a real broker gives rarely; bytes by the standard MQTT 5, sections 3.2 and 3.9. */
class SharedSessionTest {

  private static final byte[] WELCOME = {0x20, 0x03, 0x00, 0x00, 0x00};
  private static final byte[] NOTHING_SHARED = {0x20, 0x05, 0x00, 0x00, 0x02, 0x2a, 0x00};
  private static final byte[] NOT_AUTHORISED = {0x20, 0x03, 0x00, (byte) 0x87, 0x00};

  @TempDir Path folder;

  private void refused(String reason, byte[]... answers) throws Exception {
    try (JdbcStore store = JdbcStore.open(folder.resolve("central.db").toString());
        ScriptedBroker broker = new ScriptedBroker(answers)) {
      Intake.Listener nobody =
          new Intake.Listener() {
            @Override
            public void stored(StoredRecord record) {}

            @Override
            public void changed() {}
          };
      Topics topics = new Topics("test", false);
      Writer writer = new Writer(new Intake(new Reading(topics), store, new Gateways(), nobody));
      BrokerPlan plan =
          new BrokerPlan(
              List.of(broker.address()),
              "one",
              Optional.empty(),
              TlsFiles.NONE,
              Optional.of("centre"));
      Session session = Session.of(plan, broker.address(), 1_000, writer, Clock.systemUTC());
      assertThatThrownBy(() -> session.open(topics.statusFilters(), topics.recordFilters()))
          .isInstanceOf(SessionFailed.class)
          .hasMessageContaining(reason);
      session.end();
    }
  }

  @Test
  void aBrokerWithoutSharedSubscriptionsIsNamedWithTheRemedy() throws Exception {
    refused("without --group", NOTHING_SHARED);
  }

  @Test
  void aRefusalIsToldInTheBrokersWords() throws Exception {
    refused("NOT_AUTHORIZED", NOT_AUTHORISED);
  }

  @Test
  void aSubscriptionThatIsNotGrantedIsNoSubscription() throws Exception {
    byte[] noneGranted = {
      (byte) 0x90, 0x06, 0x00, 0x00, 0x00, (byte) 0x87, (byte) 0x87, (byte) 0x87
    };
    refused("", WELCOME, noneGranted);
  }

  @Test
  void lessThanQosOneIsNotEnough() throws Exception {
    byte[] lessGranted = {(byte) 0x90, 0x06, 0x00, 0x00, 0x00, 0x01, 0x00, 0x01};
    refused("QoS 1", WELCOME, lessGranted);
  }
}

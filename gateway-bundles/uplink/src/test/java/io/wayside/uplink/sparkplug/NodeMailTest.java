// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.sparkplug;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.uplink.sparkplug.NodeMail.Heard;
import io.wayside.uplink.sparkplug.NodeMail.Mail;
import io.wayside.uplink.transport.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NodeMailTest {

  private final NodeMail mail = new NodeMail();

  @Test
  void aFloodOfCommandsIsCountedAndLeavesRoomForTheHost() {
    for (int i = 0; i < 1000; i++) {
      mail.received("spBv1.0/demo/DCMD/gw-1/x", new byte[1], false);
    }
    mail.received("spBv1.0/STATE/scada", new byte[0], true);
    Mail taken = mail.take();
    assertThat(taken.heard()).hasSize(NodeMail.MOST_HEARD / 2 + 1);
    assertThat(taken.dropped()).isEqualTo(1000 - NodeMail.MOST_HEARD / 2);
    assertThat(taken.heard().get(NodeMail.MOST_HEARD / 2))
        .extracting(Heard::topic)
        .isEqualTo("spBv1.0/STATE/scada");
    for (int i = 0; i < 1000; i++) {
      mail.received("spBv1.0/STATE/scada", new byte[0], true);
    }
    assertThat(mail.take().heard()).hasSize(NodeMail.MOST_HEARD);
  }

  @Test
  void whatWasTakenIsGone() {
    mail.granted("a");
    mail.subscriptionRefused("b", "no right");
    mail.barrier(3);
    mail.lost(Trouble.UNREACHABLE, "cut");
    Mail taken = mail.take();
    assertThat(taken.answered()).isEqualTo(2);
    assertThat(taken.refusals()).containsExactly("b (no right)");
    assertThat(taken.barriers()).containsExactly(3L);
    assertThat(taken.lost()).isNotNull();
    Mail again = mail.take();
    assertThat(again.answered()).isZero();
    assertThat(again.refusals()).isEmpty();
    assertThat(again.barriers()).isEmpty();
    assertThat(again.lost()).isNull();
    assertThat(again.stopping()).isFalse();
  }

  @Test
  void waitingEndsWithMailOrTheOrderToStop() throws Exception {
    mail.barrier(1);
    mail.await(Duration.ofMinutes(10));
    mail.take();
    mail.wake();
    mail.await(Duration.ofMinutes(10));
    mail.take();
    mail.await(Duration.ofMillis(1));
    mail.stop();
    mail.await(Duration.ofMinutes(10));
    mail.rest(Duration.ofMinutes(10));
    assertThat(mail.stopping()).isTrue();
    mail.awaitWhileStopping(Duration.ofMillis(1));
  }
}

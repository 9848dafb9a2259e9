// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.uplink.transport.Publication;
import io.wayside.uplink.transport.Trouble;
import org.junit.jupiter.api.Test;

class MailboxTest {

  private final Mailbox mailbox = new Mailbox();

  @Test
  void answersNobodyFetchesAreBoundedAndTheOldestGiveWay() {
    for (int i = 0; i < 100; i++) {
      mailbox.answer(new Publication("t", new byte[] {(byte) i}, 1, false));
    }
    Mailbox.Mail mail = mailbox.take();
    assertThat(mail.answers()).hasSize(64);
    assertThat(mail.answers().get(0).payload()[0]).isEqualTo((byte) 36);
    assertThat(mailbox.take().answers()).isEmpty();
  }

  @Test
  void aLossIsTakenOnceWithItsTrouble() {
    mailbox.lost(Trouble.TAKEN_OVER, "somebody else");
    assertThat(mailbox.take().lost())
        .isEqualTo(new Mailbox.Loss(Trouble.TAKEN_OVER, "somebody else"));
    assertThat(mailbox.take().lost()).isNull();
  }
}

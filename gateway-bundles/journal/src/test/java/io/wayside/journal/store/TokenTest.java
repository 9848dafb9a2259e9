// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.health.Health;
import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import io.wayside.journal.seal.SoftToken;
import io.wayside.journal.seal.Token;
import io.wayside.journal.seal.TokenSigner;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Seals by a P-256 key on a real PKCS#11 module, which is there, gone, and back. */
@Timeout(120)
class TokenTest {

  private static final String LABEL = "wayside-seal";
  private static SoftToken soft = SoftToken.none();

  @TempDir Path folder;
  private final Drafts.HandClock clock = new Drafts.HandClock();

  @BeforeAll
  static void aToken() throws Exception {
    soft = SoftToken.make("gateway", LABEL);
  }

  private SqliteJournal open(Optional<Token> token) throws Exception {
    return SqliteJournal.open(
        JournalSettings.standard(folder, "gw-1")
            .withQuota(64 << 20, 0)
            .withSealing(new Sealing(Duration.ZERO, token)),
        clock,
        () -> Drafts.PROVENANCE);
  }

  private RecordId append(SqliteJournal journal, int number) throws Exception {
    return journal.appendDurably(Drafts.of("a", Importance.MONEY, number));
  }

  @Test
  void theTokensSignaturesAreCheckedWithThePublicKeyAlone() throws Exception {
    TokenSigner signer = new TokenSigner(soft.token(LABEL), () -> 0);
    byte[] message = "message".getBytes(StandardCharsets.UTF_8);
    byte[] signature = signer.sign(message);
    SealingKey read = SealingKey.of(signer.key().encoded());
    assertThat(read.algorithm()).isEqualTo("SHA256withECDSA");
    assertThat(read.accepts(message, signature)).isTrue();
    assertThat(read.accepts("massage".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
    signature[signature.length - 1] ^= 1;
    assertThat(read.accepts(message, signature)).isFalse();
    assertThat(read.accepts(message, new byte[3])).isFalse();
  }

  @Test
  void aKeyThatIsNotThereIsNamed() throws Exception {
    assertThatThrownBy(() -> new TokenSigner(soft.token("another"), () -> 0).key())
        .isInstanceOf(SigningFailed.class)
        .hasMessageContaining("another");
    Token elsewhere = new Token(folder.resolve("none.so"), -1, LABEL, Optional.empty());
    assertThatThrownBy(() -> new TokenSigner(elsewhere, () -> 0).sign(new byte[1]))
        .isInstanceOf(SigningFailed.class)
        .hasMessageContaining("none.so");
  }

  @Test
  void aJournalSealedFirstByAFileAndThenByATokenVerifiesAsOne() throws Exception {
    try (SqliteJournal journal = open(Optional.empty())) {
      append(journal, 1);
      append(journal, 2);
    }
    try (SqliteJournal journal = open(Optional.of(soft.token(LABEL)))) {
      assertThat(journal.health().code()).as("a change is told").isEqualTo("journal-key-replaced");
      for (int i = 3; i <= 5; i++) {
        assertThat(append(journal, i).sequence()).isEqualTo(i);
      }
    }
    assertThat(VerifySays.of(folder, "--every-signature"))
        .contains("everything holds", "exit status 0");
    try (SqliteJournal journal = open(Optional.of(soft.token(LABEL)))) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
    }
    SealingKey key = new TokenSigner(soft.token(LABEL), () -> 0).key();
    assertThat(VerifySays.of(folder, "--key", HexFormat.of().formatHex(key.encoded())))
        .as("one key alone does not explain the seals of the other")
        .contains("exit status 1");
  }

  @Test
  void withoutItsTokenAtTheStartTheJournalRefusesAndGoesOnWhenItIsThere() throws Exception {
    Path pin = folder.resolve("pin");
    Token token = new Token(SoftToken.library(), -1, LABEL, Optional.of(pin));
    try (SqliteJournal journal = open(Optional.of(token))) {
      assertThat(journal.health().status()).isEqualTo(Health.Status.FAILED);
      assertThat(journal.health().code()).isEqualTo("journal-key-unavailable");
      assertThat(journal.health().message()).contains(LABEL, "pin");
      assertThatThrownBy(() -> append(journal, 1)).isInstanceOf(JournalException.Unavailable.class);
      assertThat(new Layout(folder).key()).as("no key in a file instead").doesNotExist();
      Files.copy(soft.pinFile(), pin);
      clock.forwardSeconds(2);
      journal.tick();
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      assertThat(append(journal, 1).sequence()).isEqualTo(1);
    }
    assertThat(VerifySays.of(folder)).contains("everything holds");
  }

  @Test
  void aKeyThatIsGoneStopsAcceptanceUntilItIsBack() throws Exception {
    AtomicBoolean away = new AtomicBoolean();
    TokenSigner signer = new TokenSigner(soft.token(LABEL), () -> 0);
    JournalSettings settings =
        JournalSettings.standard(folder, "gw-1").withQuota(64 << 20, 0).withSealing(Drafts.QUIET);
    try (SqliteJournal journal =
        SqliteJournal.open(
            settings, clock, () -> Drafts.PROVENANCE, Optional.of(new Pulled(signer, away)))) {
      append(journal, 1);
      away.set(true);
      assertThatThrownBy(() -> append(journal, 2)).isInstanceOf(JournalException.Unavailable.class);
      assertThat(journal.health().status()).isEqualTo(Health.Status.FAILED);
      assertThat(journal.health().code()).isEqualTo("journal-key-unavailable");
      assertThat(journal.read(new RecordId("gw-1", "a", 1))).as("it is still read").isPresent();
      assertThat(journal.outbox("centre").next(10)).as("and delivered").hasSize(1);
      journal.tick();
      assertThat(journal.health().code()).isEqualTo("journal-key-unavailable");
      away.set(false);
      journal.tick();
      assertThat(journal.health().status()).isEqualTo(Health.Status.OK);
      assertThat(append(journal, 2).sequence()).as("nothing was kept without a seal").isEqualTo(2);
    }
    assertThat(VerifySays.of(folder, "--every-signature")).contains("everything holds");
  }

  /** A token that can be taken out of its slot. */
  private record Pulled(Signer inside, AtomicBoolean away) implements Signer {
    @Override
    public SealingKey key() throws SigningFailed {
      return inside.key();
    }

    @Override
    public byte[] sign(byte[] message) throws SigningFailed {
      if (away.get()) {
        throw new SigningFailed("the token is away", null);
      }
      return inside.sign(message);
    }
  }

  @Test
  void aTokenThatFailsIsAskedAgainAtMostOnceASecond() throws Exception {
    AtomicLong nanos = new AtomicLong();
    Path pin = folder.resolve("later");
    Token token = new Token(SoftToken.library(), -1, LABEL, Optional.of(pin));
    TokenSigner signer = new TokenSigner(token, nanos::get);
    assertThatThrownBy(signer::key).isInstanceOf(SigningFailed.class);
    Files.copy(soft.pinFile(), pin);
    assertThatThrownBy(signer::key).isInstanceOf(SigningFailed.class);
    nanos.set(1_000_000_000L);
    assertThat(signer.key().algorithm()).isEqualTo(SealingKey.P256);
  }
}

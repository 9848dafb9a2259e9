// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.journal.JournalException;
import io.wayside.core.record.Importance;
import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.seal.FileSigner;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SealingKey;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is bound ahead, and when it may be stored. */
@Timeout(180)
class AheadTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private final JournalSettings settings = JournalSettings.standard(Path.of("unused"), "gw-1");
  private final Intake intake = new Intake(settings.maxQueue(), settings.maxQueueBytes());
  private final Tip origin = Tip.of(Contents.EMPTY);
  private final Drafting drafting = new Drafting(1 << 20, 1 << 20);
  private volatile boolean keyAway;
  private Binding binding;
  private Ahead ahead;
  private Thread thread;

  private static final class Ignored implements Pending.Answer {
    @Override
    public void kept(RecordId id) {}

    @Override
    public void notKept(JournalException reason) {}
  }

  @BeforeEach
  void start() throws Exception {
    KeyPair pair = FileSigner.newPair();
    FileSigner key = new FileSigner(pair.getPrivate().getEncoded(), pair.getPublic().getEncoded());
    binding =
        new Binding(
            "gw-1",
            new Signer() {
              @Override
              public SealingKey key() {
                return key.key();
              }

              @Override
              public byte[] sign(byte[] message) throws SigningFailed {
                if (keyAway) {
                  throw new SigningFailed("the token is away", null);
                }
                return key.sign(message);
              }
            });
    ahead = new Ahead(settings, intake, binding, new Drafts.HandClock());
    thread = new Thread(ahead);
    thread.start();
  }

  @AfterEach
  void end() throws Exception {
    ahead.close();
    thread.join(60_000);
    assertThat(thread.isAlive()).isFalse();
  }

  private Pending draft(String stream, Importance importance, long number) throws Exception {
    return drafting.pending(Drafts.of(stream, importance, number), new Ignored());
  }

  private Pending offered(String stream, long number) throws Exception {
    Pending pending = draft(stream, Importance.EVENT, number);
    assertThat(intake.offer(pending)).isEqualTo(Intake.Offer.TAKEN);
    ahead.arrived();
    return pending;
  }

  private Ahead.Taken boundUpon(Tip tip) {
    ahead.expect(tip);
    while (!intake.isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
    return requireNonNull(ahead.recall());
  }

  @Test
  void takesWhatIsQueuedWhileTheWriterWaitsAndBindsItUponWhatWillBeThere() throws Exception {
    List<Pending> offered = List.of(offered("a", 1), offered("b", 2), offered("a", 3));
    Ahead.Taken taken = boundUpon(origin);
    assertThat(taken.pendings()).isEqualTo(offered);
    Bound bound = requireNonNull(taken.bound());
    assertThat(bound.fits(offered, origin)).isTrue();
    assertThat(bound.ids().stream().map(id -> id.stream() + id.sequence()))
        .containsExactly("a1", "b1", "a2");
  }

  @Test
  void alsoTakesWhatComesOnlyAfterTheWriterBeganToWait() throws Exception {
    ahead.expect(origin);
    Pending late = offered("a", 1);
    while (!intake.isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
    assertThat(requireNonNull(ahead.recall()).pendings()).containsExactly(late);
  }

  @Test
  void takesNothingUnlessItIsExpectedTo() throws Exception {
    offered("a", 1);
    assertThat(ahead.recall()).isNull();
    ahead.expect(origin);
    Ahead.Taken taken = ahead.recall(); // it may have been quick enough
    assertThat(taken == null ? intake.take(10, 1000) : taken.pendings()).hasSize(1);
    Pending next = offered("a", 2); // after the recall the queue is the writer's
    assertThat(ahead.recall()).isNull();
    assertThat(intake.take(10, 10_000)).containsExactly(next);
  }

  @Test
  void withoutTheKeyTheSealIsMissingAndIsTriedAgainByWhoNeedsIt() throws Exception {
    keyAway = true;
    Pending pending = offered("a", 1);
    Ahead.Taken taken = boundUpon(origin);
    assertThat(taken.pendings()).containsExactly(pending);
    SealToMake seal = requireNonNull(taken.bound()).seal();
    assertThatThrownBy(seal::make).isInstanceOf(SigningFailed.class);
    keyAway = false;
    SealToMake.Made made = seal.make();
    assertThat(binding.signer().key().accepts(made.seal().content(), made.seal().signature()))
        .isTrue();
    assertThat(seal.make()).as("signed once").isSameAs(made);
  }

  @Test
  void whatWasBoundFitsOnlyTheseDraftsAndNothingThatHappenedSince() throws Exception {
    List<Pending> batch = List.of(draft("a", Importance.EVENT, 1), draft("a", Importance.EVENT, 2));
    Bound bound = binding.bind(origin, batch, NOW);
    assertThat(bound.fits(batch, origin)).isTrue();
    assertThat(bound.fits(new ArrayList<>(batch), origin)).isTrue();
    assertThat(bound.fits(batch.subList(0, 1), origin)).isFalse();
    assertThat(bound.fits(List.of(batch.get(1), batch.get(0)), origin)).isFalse();
    assertThat(bound.fits(batch, origin.trimmed(Map.of()))).isFalse();
    assertThat(bound.fits(batch, Tip.of(Contents.EMPTY))).isFalse();
    assertThat(bound.fits(batch, bound.seal().make().after())).isFalse();
  }

  @Test
  void bindsOneBatchUponTheOtherAsTheChainAndTheSealsDemand() throws Exception {
    byte[] previous = new byte[32];
    String lastSeal = "0".repeat(64);
    Tip tip = origin;
    for (int batch = 1; batch <= 5; batch++) {
      List<Pending> pendings = new ArrayList<>();
      for (int i = 0; i < batch; i++) {
        pendings.add(draft("a", i == 3 ? Importance.MONEY : Importance.EVENT, i));
      }
      Bound bound = binding.bind(tip, pendings, NOW);
      for (Bound.Row row : bound.rows()) {
        MessageDigest sha = MessageDigest.getInstance("SHA-256"); // the rule, written out again
        byte[] digest = sha.digest(row.content());
        sha.update(previous);
        previous = sha.digest(digest);
        assertThat(row.hash()).isEqualTo(previous);
      }
      assertThat(RecordCodec.decode(bound.rows().get(0).content()).id())
          .isEqualTo(bound.ids().get(0));
      SignedSeal signed = bound.seal().make().seal();
      Seal seal = Seal.decode(signed.content());
      assertThat(seal.batch()).isEqualTo(batch);
      assertThat(seal.previous()).isEqualTo(lastSeal);
      assertThat(seal.heads())
          .containsExactly(new Seal.Head("a", batch * (batch + 1) / 2, Chain.hex(previous)));
      assertThat(binding.signer().key().accepts(signed.content(), signed.signature())).isTrue();
      lastSeal = signed.digest();
      tip = bound.seal().make().after();
      assertThat(tip.nextStreamId()).isEqualTo(2);
      assertThat(requireNonNull(tip.streams().get("a")).importance())
          .isEqualTo(batch < 4 ? Importance.EVENT : Importance.MONEY);
    }
  }
}

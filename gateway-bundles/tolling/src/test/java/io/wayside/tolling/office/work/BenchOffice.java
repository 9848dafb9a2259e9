// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.office.work;

import io.wayside.core.record.Provenance;
import io.wayside.core.time.ClockQuality;
import io.wayside.core.time.Stamp;
import io.wayside.core.time.TimeSource;
import io.wayside.tolling.office.BackOffice;
import io.wayside.tolling.office.LaneRange;
import io.wayside.tolling.office.ListAnswer;
import io.wayside.tolling.office.ListQuestion;
import io.wayside.tolling.office.OfficeTrouble;
import io.wayside.tolling.office.PostingRules;
import io.wayside.tolling.office.Settled;
import io.wayside.tolling.office.TagAnswer;
import io.wayside.tolling.office.TagDesk;
import io.wayside.tolling.office.TagQuestion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** An office in memory, with hands on what it does. */
final class BenchOffice implements BackOffice, TagDesk {

  static final PostingRules RULES =
      new PostingRules(40, 10, 1_000, 1_000, Duration.ofSeconds(2), Duration.ofMinutes(5));

  /** What it does with a question. */
  interface Answering {
    TagAnswer answer(TagQuestion question) throws OfficeTrouble;
  }

  final BenchJournal journal = new BenchJournal();
  final AtomicLong nanos = new AtomicLong(1_000_000_000L);
  final List<String> posted = new ArrayList<>();
  final Map<Long, String> refused = new HashMap<>();
  final AtomicInteger asked = new AtomicInteger();
  final AtomicInteger probed = new AtomicInteger();
  volatile boolean away;

  /** Whether posting throws what nobody expects. */
  volatile BooleanSupplier faulty = () -> false;

  volatile Answering answering = question -> new TagAnswer(true, "", Optional.empty());

  final TimeSource time =
      new TimeSource() {
        @Override
        public long monotonicNanos() {
          return nanos.get();
        }

        @Override
        public Stamp at(long monotonicNanos) {
          return new Stamp(
              Instant.parse("2026-11-21T03:00:00Z").plusNanos(monotonicNanos),
              ClockQuality.synchronisedBy("ntp"),
              "boot-1",
              monotonicNanos);
        }
      };

  OfficeParts parts() {
    return new OfficeParts(
        "office",
        this,
        this,
        RULES,
        stream -> true,
        2,
        journal,
        () -> new Provenance("0.1.0", "0123456789abcdef", "none"),
        time,
        new Random(1));
  }

  private void requireThere() throws OfficeTrouble {
    if (away) {
      throw new OfficeTrouble.Unavailable("the office is away");
    }
  }

  @Override
  public synchronized List<Settled> post(LaneRange range) throws OfficeTrouble {
    requireThere();
    if (faulty.getAsBoolean()) {
      throw new IllegalStateException("made up");
    }
    List<Settled> said = new ArrayList<>();
    range
        .records()
        .forEach(
            record -> {
              long number = record.id().sequence();
              String reason = refused.get(number);
              posted.add(record.id().stream() + "/" + number);
              said.add(
                  reason == null
                      ? new Settled(number, Settled.Verdict.ACCEPTED, "")
                      : new Settled(number, Settled.Verdict.REJECTED, reason));
            });
    return said;
  }

  synchronized List<String> snapshot() {
    return List.copyOf(posted);
  }

  @Override
  public List<Settled> status(LaneRange range) throws OfficeTrouble {
    requireThere();
    return List.of();
  }

  @Override
  public ListAnswer list(ListQuestion question) {
    throw new UnsupportedOperationException("no list here");
  }

  @Override
  public TagAnswer ask(TagQuestion question) throws OfficeTrouble {
    asked.incrementAndGet();
    return answering.answer(question);
  }

  @Override
  public void probe() throws OfficeTrouble {
    probed.incrementAndGet();
    requireThere();
  }
}

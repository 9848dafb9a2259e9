// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.SignedSeal;
import io.wayside.journal.seal.Signer;
import io.wayside.journal.seal.SigningFailed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers, links and seals batches; any thread may, for it changes nothing. */
record Binding(String gateway, Signer signer) {

  /**
   * Makes what is to be stored.
   *
   * @param base where the journal stands, or will stand
   * @param pendings at least one
   */
  Bound bind(Tip base, List<Pending> pendings, Instant now) throws SigningFailed {
    Batch batch = upon(base);
    batch.add(pendings);
    return batch.seal(now);
  }

  /** A batch that still grows. */
  Batch upon(Tip base) {
    return new Batch(base);
  }

  /** Numbers and links as drafts come; sealed when there are no more. On one thread. */
  final class Batch {

    private final Tip base;
    private final Map<String, StreamState> moved = new LinkedHashMap<>();
    private final Map<String, byte[]> beginnings = new HashMap<>();
    private final Chain.Linking linking = new Chain.Linking();
    private final List<Pending> pendings = new ArrayList<>();
    private final List<RecordId> ids = new ArrayList<>();
    private final List<Bound.Row> rows = new ArrayList<>();
    private int nextStreamId;
    private long bytes;

    private Batch(Tip base) {
      this.base = base;
      this.nextStreamId = base.nextStreamId();
    }

    void add(List<Pending> more) {
      for (Pending pending : more) {
        StreamState state = state(pending);
        RecordId id = new RecordId(gateway, pending.stream(), state.head() + 1);
        byte[] beginning =
            beginnings.computeIfAbsent(
                pending.stream(), stream -> RecordCodec.beginning(gateway, stream));
        byte[] canonical = RecordCodec.encode(beginning, id.sequence(), pending.matter());
        byte[] hash = linking.hash(state.headHash(), canonical);
        pendings.add(pending);
        bytes += pending.bytes();
        ids.add(id);
        rows.add(
            new Bound.Row(
                Place.of(state.id(), id.sequence()),
                Rank.of(pending.importance()),
                hash,
                canonical));
        moved.put(pending.stream(), state.advanced(id.sequence(), hash, pending.importance()));
      }
    }

    private StreamState state(Pending pending) {
      StreamState state = moved.get(pending.stream());
      if (state == null) {
        state = base.streams().get(pending.stream());
      }
      return state != null
          ? state
          : new StreamState(
              nextStreamId++,
              pending.stream(),
              pending.importance(),
              0,
              Chain.origin(),
              0,
              Chain.origin());
    }

    List<Pending> pendings() {
      return List.copyOf(pendings);
    }

    int rows() {
      return rows.size();
    }

    /** As the queue counts them. */
    long bytes() {
      return bytes;
    }

    /** As it is stored, if nothing more is added; there must be something in it. */
    Bound seal(Instant now) throws SigningFailed {
      List<Seal.Head> heads = new ArrayList<>(moved.size());
      for (StreamState state : moved.values()) {
        heads.add(new Seal.Head(state.name(), state.head(), Chain.hex(state.headHash())));
      }
      SignedSeal seal =
          SignedSeal.sign(new Seal(gateway, base.batch() + 1, base.lastSeal(), now, heads), signer);
      Map<String, StreamState> after = new LinkedHashMap<>(moved);
      return new Bound(
          base,
          List.copyOf(pendings),
          List.copyOf(rows),
          List.copyOf(ids),
          after,
          seal,
          now,
          base.next(seal.digest(), after));
    }
  }
}

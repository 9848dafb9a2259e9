// SPDX-License-Identifier: Apache-2.0
package io.wayside.journal.store;

import io.wayside.core.record.RecordId;
import io.wayside.journal.record.Chain;
import io.wayside.journal.record.RecordCodec;
import io.wayside.journal.seal.Seal;
import io.wayside.journal.seal.Signer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers and links batches, and says what their seals are over; any thread may, for it changes
 * nothing.
 */
record Binding(String gateway, Signer signer) {

  /**
   * Makes what is to be stored.
   *
   * @param base where the journal stands, or will stand
   * @param pendings at least one
   */
  Bound bind(Tip base, List<Pending> pendings, Instant now) {
    Map<String, StreamState> moved = new LinkedHashMap<>();
    List<RecordId> ids = new ArrayList<>(pendings.size());
    List<byte[]> canonicals = canonicals(base, pendings, ids);
    List<byte[]> digests = Chain.digests(canonicals);
    List<Bound.Row> rows = new ArrayList<>(pendings.size());
    Chain.Linking linking = new Chain.Linking();
    int nextStreamId = base.nextStreamId();
    for (int i = 0; i < pendings.size(); i++) {
      Pending pending = pendings.get(i);
      StreamState state = moved.get(pending.stream());
      if (state == null) {
        state = base.streams().get(pending.stream());
      }
      if (state == null) {
        state = begin(nextStreamId++, pending);
      }
      long sequence = ids.get(i).sequence();
      byte[] hash = linking.link(state.headHash(), digests.get(i));
      rows.add(
          new Bound.Row(
              Place.of(state.id(), sequence),
              Rank.of(pending.importance()),
              hash,
              canonicals.get(i)));
      moved.put(pending.stream(), state.advanced(sequence, hash, pending.importance()));
    }
    return new Bound(base, pendings, rows, ids, moved, now, seal(base, moved, now));
  }

  /** Numbers the drafts and puts their canonical bytes together. */
  private List<byte[]> canonicals(Tip base, List<Pending> pendings, List<RecordId> ids) {
    List<byte[]> canonicals = new ArrayList<>(pendings.size());
    Map<String, Long> heads = new HashMap<>();
    Map<String, byte[]> beginnings = new HashMap<>();
    for (Pending pending : pendings) {
      String stream = pending.stream();
      StreamState state = base.streams().get(stream);
      long sequence = heads.getOrDefault(stream, state == null ? 0 : state.head()) + 1;
      heads.put(stream, sequence);
      ids.add(new RecordId(gateway, stream, sequence));
      byte[] beginning =
          beginnings.computeIfAbsent(stream, name -> RecordCodec.beginning(gateway, name));
      canonicals.add(RecordCodec.encode(beginning, sequence, pending.matter()));
    }
    return canonicals;
  }

  private static StreamState begin(int id, Pending pending) {
    return new StreamState(
        id, pending.stream(), pending.importance(), 0, Chain.origin(), 0, Chain.origin());
  }

  private SealToMake seal(Tip base, Map<String, StreamState> moved, Instant now) {
    List<Seal.Head> heads = new ArrayList<>(moved.size());
    for (StreamState state : moved.values()) {
      heads.add(new Seal.Head(state.name(), state.head(), Chain.hex(state.headHash())));
    }
    Seal seal = new Seal(gateway, base.batch() + 1, base.lastSeal(), now, heads);
    return new SealToMake(base, moved, seal, signer);
  }
}

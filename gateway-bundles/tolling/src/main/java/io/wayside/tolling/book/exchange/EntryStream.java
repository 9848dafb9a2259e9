// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.book.exchange;

import io.wayside.core.data.GarbledData;
import java.io.IOException;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a list in order. Whoever reads to the end knows that the list is what its issuer
 * signed; before the end nobody knows.
 */
public final class EntryStream implements AutoCloseable {

  private final Arrival arrival;
  private final MessageDigest whole = PartReader.sha256();
  private final Entry entry = new Entry();
  private @Nullable PartReader part;
  private int opened;
  private long entries;

  EntryStream(Arrival arrival) {
    this.arrival = arrival;
  }

  /** Goes to the next entry; false behind the last. */
  public boolean next() throws IOException, GarbledData {
    while (true) {
      PartReader reading = part;
      if (reading == null) {
        if (opened == arrival.parts().size()) {
          requireWhole();
          return false;
        }
        reading = open();
      }
      if (reading.next(entry, whole)) {
        accept();
        return true;
      }
      reading.close();
      part = null;
    }
  }

  private PartReader open() throws IOException, GarbledData {
    PartFile file = arrival.parts().get(opened);
    PartReader reading = new PartReader(file, arrival.keys());
    part = reading;
    opened++;
    if (!reading.head().equals(arrival.head().withPart(opened))) {
      throw new GarbledData(file.name() + ": was changed while it was read; give it again");
    }
    return reading;
  }

  private void accept() throws GarbledData {
    entries++;
    if (entries > arrival.head().entries()) {
      throw entry.wrong(
          "there are more entries than the "
              + arrival.head().entries()
              + " announced; fetch the list again");
    }
    if (!entry.follows()) {
      throw entry.wrong(
          "the number does not come behind the one before it (fewer bits first, then by value, none"
              + " twice); fetch the list again, or let its issuer sort it");
    }
    if (entry.isRemoval() && !arrival.head().isDelta()) {
      throw entry.wrong("no tag can leave a full list; only a delta takes tags away");
    }
  }

  private void requireWhole() throws GarbledData {
    if (entries != arrival.head().entries()
        || !PartReader.soFar(whole).equals(arrival.head().sha256())) {
      throw new GarbledData(
          arrival.head()
              + ": the entries are not those that "
              + arrival.head().issuer()
              + " signed; nothing of it was used, fetch the list again");
    }
  }

  /** Where the stream stands; the same object for all entries. */
  public Entry entry() {
    return entry;
  }

  /** How many were read. */
  public long read() {
    return entries;
  }

  @Override
  public void close() throws IOException {
    if (part != null) {
      part.close();
    }
  }
}

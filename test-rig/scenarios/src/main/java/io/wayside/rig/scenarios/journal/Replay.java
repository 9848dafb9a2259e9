// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.journal;

import io.wayside.rig.scenarios.disk.DiskModel;
import io.wayside.rig.scenarios.disk.Survival;
import io.wayside.rig.scenarios.disk.TraceEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeMap;

/** Goes through a recording and can be cut off after any entry. */
final class Replay {

  private final Recording recording;
  private final DiskModel disk;
  private final Facts facts = new Facts();
  private final String said;
  private final ByteArrayOutputStream saidBytes = new ByteArrayOutputStream();
  private long saidInode = -1;
  private int done;

  Replay(Recording recording) {
    this.recording = recording;
    this.said = recording.folder().resolve(Recording.SAID).toString();
    TreeMap<String, DiskModel.Start> start = new TreeMap<>(recording.start());
    DiskModel.Start before = start.remove(said);
    if (before != null) {
      saidInode = before.inode();
    }
    this.disk = new DiskModel(recording.folder(), start);
    facts.add(recording.saidBefore());
    saidBytes.writeBytes(recording.saidBefore());
  }

  /** Goes on until so many entries are done. */
  void to(int entries) {
    while (done < entries) {
      TraceEntry entry = recording.entries().get(done++);
      if (entry.kind() == 'C' && entry.path().equals(said)) {
        saidInode = entry.inode();
      } else if (entry.inode() == saidInode) {
        saidBytes.writeBytes(entry.bytes());
        facts.add(entry.bytes());
      } else {
        disk.apply(entry);
      }
    }
  }

  /** What was said until here. */
  byte[] said() {
    return saidBytes.toByteArray();
  }

  Facts facts() {
    return facts;
  }

  /** What is left of the journal after a cut here, written into an empty folder. */
  Path cut(Survival survival, Random random, Path into) throws IOException {
    Files.createDirectories(into);
    disk.cut(survival, random, into);
    Path journal = into.resolve(Recording.JOURNAL);
    Files.createDirectories(journal);
    return journal;
  }
}

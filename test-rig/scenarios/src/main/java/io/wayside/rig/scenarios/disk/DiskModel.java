// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder on a disk that may lose whatever was not synced. Of each file's content any part of the
 * changes since its last sync may be there after a cut. Names (created, renamed, unlinked, folders
 * made) survive in their order, as file systems with a journal of their own keep them, and for
 * certain only up to the last sync of the folder they are in: the sync of a file says nothing about
 * its name.
 */
public final class DiskModel {

  /** A change of names; no {@code file} for one removed or for a folder. */
  private record NameChange(
      int entry, char kind, String path, String to, @Nullable StoredFile file) {

    boolean isIn(String folder) {
      return folder.equals(parent(path)) || (!to.isEmpty() && folder.equals(parent(to)));
    }
  }

  private final Path folder;
  private final Map<Long, StoredFile> byInode = new HashMap<>();
  private final Map<String, StoredFile> names = new TreeMap<>();
  private final Map<String, Boolean> folders = new TreeMap<>();
  private final List<NameChange> pending = new ArrayList<>();

  /**
   * @param folder the folder that was traced; what is in {@code start} was there before, durable
   */
  public DiskModel(Path folder, Map<String, Start> start) {
    this.folder = folder;
    start.forEach(
        (path, file) -> {
          StoredFile stored = new StoredFile(file.content);
          byInode.put(file.inode, stored);
          names.put(path, stored);
        });
  }

  /** A file that is there before the trace begins. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
  public record Start(long inode, byte[] content) {}

  /** The files of a folder, by path, as they are before a trace. */
  public static Map<String, Start> start(Path folder) throws IOException {
    Map<String, Start> start = new TreeMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        long inode = (Long) Files.getAttribute(file, "unix:ino");
        start.put(file.toString(), new Start(inode, Files.readAllBytes(file)));
      }
    }
    return start;
  }

  /** The next thing that happened. */
  public void apply(TraceEntry entry) {
    switch (entry.kind()) {
      case 'C' -> {
        StoredFile file = new StoredFile(new byte[0]);
        byInode.put(entry.inode(), file);
        pending.add(new NameChange(entry.index(), 'C', entry.path(), "", file));
      }
      case 'W' -> file(entry).written(entry.index(), entry.number(), entry.bytes());
      case 'T' -> file(entry).truncated(entry.index(), entry.number());
      case 'S' -> file(entry).synced(entry.number());
      case 'D' -> folderSynced(entry.path(), entry.number());
      case 'R' -> {
        String[] both = entry.path().split("\0", 2);
        pending.add(new NameChange(entry.index(), 'R', both[0], both[1], null));
      }
      case 'U', 'M' ->
          pending.add(new NameChange(entry.index(), entry.kind(), entry.path(), "", null));
      case 'B' -> {}
      default -> throw new IllegalArgumentException("kind of entry: " + entry.kind());
    }
  }

  private StoredFile file(TraceEntry entry) {
    StoredFile file = byInode.get(entry.inode());
    if (file == null) {
      throw new IllegalStateException("entry " + entry.index() + " changes an unknown file");
    }
    return file;
  }

  private void folderSynced(String path, long begun) {
    int through = 0;
    for (int i = 0; i < pending.size() && pending.get(i).entry < begun; i++) {
      if (pending.get(i).isIn(path)) {
        through = i + 1;
      }
    }
    pending.subList(0, through).forEach(change -> apply(change, names, folders));
    pending.subList(0, through).clear();
  }

  /** Writes what is left after a cut now into an empty folder. */
  public void cut(Survival survival, Random random, Path into) throws IOException {
    Map<String, StoredFile> left = new TreeMap<>(names);
    Map<String, Boolean> leftFolders = new TreeMap<>(folders);
    int through =
        switch (survival) {
          case ALL -> pending.size();
          case NONE -> 0;
          default -> random.nextInt(pending.size() + 1);
        };
    pending.subList(0, through).forEach(change -> apply(change, left, leftFolders));
    for (String path : leftFolders.keySet()) {
      Files.createDirectories(into.resolve(folder.relativize(Path.of(path))));
    }
    for (Map.Entry<String, StoredFile> entry : left.entrySet()) {
      Path file = into.resolve(folder.relativize(Path.of(entry.getKey())));
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue().after(survival, random));
    }
  }

  private static void apply(
      NameChange change, Map<String, StoredFile> names, Map<String, Boolean> folders) {
    switch (change.kind) {
      case 'C' -> {
        if (change.file != null) {
          names.put(change.path, change.file);
        }
      }
      case 'R' -> {
        StoredFile moved = names.remove(change.path);
        if (moved != null) {
          names.put(change.to, moved);
        }
      }
      case 'U' -> names.remove(change.path);
      default -> folders.put(change.path, true);
    }
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}

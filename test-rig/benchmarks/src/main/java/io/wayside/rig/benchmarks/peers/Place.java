// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a peer works.
 *
 * @param folder for what belongs to the run: configuration, log, marks
 * @param data what the peer keeps; on the disk that is looked at
 * @param sinkPort where the upstream listens when it is there
 * @param numbers how many numbers there are
 * @param before words of the command line that make it run beside that disk
 * @param shim the library before its C library that counts syncs, if there is one
 * @param storage what a sync costs, where there is that library
 */
record Place(
    Path folder,
    Path data,
    int sinkPort,
    int numbers,
    List<String> before,
    Optional<Path> shim,
    Storage storage) {

  static Place in(Path folder, int sinkPort, int numbers) throws IOException {
    Files.createDirectories(folder);
    Path data = Files.createDirectories(folder.resolve("data"));
    return new Place(folder, data, sinkPort, numbers, List.of(), Optional.empty(), Storage.OWN);
  }

  Place counted(Optional<Path> library, Storage cost) {
    return new Place(folder, data, sinkPort, numbers, before, library, cost);
  }

  Place beside(List<String> words, Path disk) {
    return new Place(folder, disk, sinkPort, numbers, words, shim, storage);
  }

  Marks marks() throws IOException {
    return Marks.open(folder.resolve("marks"), numbers);
  }

  /** Where the shim counts the syncs; empty without it. */
  Optional<Path> count() {
    return shim.map(library -> folder.resolve("syncs"));
  }

  Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>();
    shim.ifPresent(
        library -> {
          environment.put("LD_PRELOAD", library.toString());
          environment.put("WAYSIDE_DISK_COUNT", folder.resolve("syncs").toString());
          environment.putAll(storage.environment());
        });
    return environment;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.opencv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opencv.core.Core;

/**
 * Loads the library of OpenCV, once for each copy of this class.
 *
 * <p>Where a folder for the kept copy was named, that copy comes first: the gateway empties its
 * framework's storage at each start, and what the framework unpacks would be written anew each
 * time. The framework's own copy comes second. It is the one that works after an update of this
 * bundle while the gateway runs, since a file can belong to one class loader only.
 */
public final class Native {

  /** System property: where a library that was unpacked once is kept, outside a gateway. */
  public static final String FOLDER = "wayside.opencv.folder";

  static final String NAME = Core.NATIVE_LIBRARY_NAME;
  static final String FILE = "lib" + NAME + ".so";

  private static final Native ONLY = new Native();

  private @Nullable Path folder;
  private boolean loaded;

  private Native() {}

  /**
   * Loads the library unless it is loaded, and has OpenCV work on the calling thread alone; else it
   * would start one thread for each core.
   */
  public static void load() throws NativeMissing {
    ONLY.loadOnce();
  }

  /** How many threads OpenCV uses from now on, in the whole process. */
  public static void setThreads(int threads) throws NativeMissing {
    load();
    Core.setNumThreads(threads);
  }

  /** Names the folder of the kept copy. */
  static void keepIn(Path folder) {
    ONLY.named(folder);
  }

  private synchronized void named(Path kept) {
    folder = kept;
  }

  private synchronized void loadOnce() throws NativeMissing {
    if (loaded) {
      return;
    }
    Optional<Processor> processor =
        Processor.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    List<String> failures = new ArrayList<>();
    if (!(folder != null && loadsKept(folder, processor, failures))
        && !loadsNamed(failures)
        && !(folder == null && loadsKept(usualFolder(), processor, failures))) {
      throw missing(processor, failures);
    }
    Core.setNumThreads(1);
    loaded = true;
  }

  /** By the framework in a bundle, from java.library.path elsewhere. */
  private static boolean loadsNamed(List<String> failures) {
    try {
      System.loadLibrary(NAME);
      return true;
    } catch (UnsatisfiedLinkError notThere) {
      failures.add(String.valueOf(notThere.getMessage()));
      return false;
    }
  }

  private static boolean loadsKept(
      Path folder, Optional<Processor> processor, List<String> failures) {
    if (processor.isEmpty()) {
      return false;
    }
    try {
      System.load(processor.get().library().unpackedIn(folder).toAbsolutePath().toString());
      return true;
    } catch (UnsatisfiedLinkError | IOException notThere) {
      failures.add(String.valueOf(notThere.getMessage()));
      return false;
    }
  }

  private static Path usualFolder() {
    String named = System.getProperty(FOLDER);
    return named != null
        ? Path.of(named)
        : Path.of(System.getProperty("user.home", "."), ".cache", "wayside", "opencv");
  }

  private static NativeMissing missing(Optional<Processor> processor, List<String> failures) {
    String machine = System.getProperty("os.name") + " on " + System.getProperty("os.arch");
    return new NativeMissing(
        processor.isEmpty()
            ? "the bundle io.wayside.opencv has no library for "
                + machine
                + "; it has those for Linux on x86-64, AArch64 and arm (hard float)"
            : "the library of OpenCV for "
                + machine
                + " in the bundle io.wayside.opencv does not load ("
                + String.join("; ", failures)
                + "): it needs glibc 2.29 on x86-64, 2.27 on ARM, and a folder that can be written"
                + " (-D"
                + FOLDER
                + "=FOLDER)");
  }
}

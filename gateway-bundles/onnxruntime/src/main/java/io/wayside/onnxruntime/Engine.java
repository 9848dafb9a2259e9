// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtLoggingLevel;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.natives.PackedLibrary;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Loads the libraries of ONNX Runtime, once for each copy of this class: from a kept copy, for the
 * gateway empties its framework's storage at each start, else from that of the framework. The
 * latter is what works after an update of this bundle while the gateway runs, since a file can
 * belong to one class loader only.
 */
final class Engine {

  /** System property: where libraries that were unpacked once are kept, outside a gateway. */
  static final String FOLDER = "wayside.onnxruntime.folder";

  private static final String SKIP = "onnxruntime.native.%s.skip";
  private static final List<String> NAMES = List.of("onnxruntime", "onnxruntime4j_jni");

  private static final Engine ONLY = new Engine();

  private @Nullable OrtEnvironment environment;

  private Engine() {}

  /**
   * The environment of all models.
   *
   * @param kept the folder of the kept copies, tried first; empty: the usual one, tried last
   */
  static OrtEnvironment environment(Optional<Path> kept) throws DetectorFailed {
    return ONLY.loaded(kept);
  }

  private synchronized OrtEnvironment loaded(Optional<Path> kept) throws DetectorFailed {
    OrtEnvironment now = environment;
    if (now == null) {
      load(kept);
      now = made();
      environment = now;
    }
    return now;
  }

  private static void load(Optional<Path> kept) throws DetectorFailed {
    Optional<Processor> processor =
        Processor.of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    if (processor.isEmpty()) {
      throw new DetectorFailed(
          "the bundle io.wayside.onnxruntime has no library for "
              + machine()
              + "; it has those for Linux on x86-64 and AArch64: leave the counter's detector empty,"
              + " then OpenCV runs the model");
    }
    List<String> failures = new ArrayList<>();
    if (!(kept.isPresent() && loadsKept(kept.get(), processor.get(), failures))
        && !loadsNamed(failures)
        && !(kept.isEmpty() && loadsKept(usualFolder(), processor.get(), failures))) {
      throw new DetectorFailed(
          "the libraries of ONNX Runtime for "
              + machine()
              + " in the bundle io.wayside.onnxruntime do not load ("
              + String.join("; ", failures)
              + "): they need glibc 2.27, and a folder that can be written (-D"
              + FOLDER
              + "=FOLDER)");
    }
  }

  /** By the framework in a bundle, from java.library.path elsewhere. */
  private static boolean loadsNamed(List<String> failures) {
    try {
      NAMES.forEach(System::loadLibrary);
      return true;
    } catch (UnsatisfiedLinkError notThere) {
      failures.add(String.valueOf(notThere.getMessage()));
      return false;
    }
  }

  private static boolean loadsKept(Path folder, Processor processor, List<String> failures) {
    try {
      for (PackedLibrary library : List.of(processor.engine(), processor.binding())) {
        System.load(library.unpackedIn(folder).toAbsolutePath().toString());
      }
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
        : Path.of(System.getProperty("user.home", "."), ".cache", "wayside", "onnxruntime");
  }

  private static String machine() {
    return System.getProperty("os.name") + " on " + System.getProperty("os.arch");
  }

  /** Its classes would unpack libraries by themselves at their first use. */
  private static OrtEnvironment made() throws DetectorFailed {
    NAMES.forEach(name -> System.setProperty(SKIP.formatted(name), "true"));
    try {
      // What it would say on the error stream comes as an exception too.
      OrtEnvironment made =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "wayside");
      outliveTheHook();
      return made;
    } catch (IllegalStateException | LinkageError | ReflectiveOperationException fault) {
      throw new DetectorFailed("ONNX Runtime does not start: " + fault, fault);
    } finally {
      NAMES.forEach(name -> System.clearProperty(SKIP.formatted(name)));
    }
  }

  /**
   * The library's class destroys the environment in a shutdown hook of its own, beside those that
   * stop the gateway: a model that is asked or opened at that moment would bring the process down
   * before the last records are kept. Environments are counted; one reference more, which nobody
   * gives back, lasts until the process is gone. Its Java classes have no other way to ask for it.
   */
  private static void outliveTheHook() throws ReflectiveOperationException {
    Field api = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("ortApiHandle");
    Method create =
        OrtEnvironment.class.getDeclaredMethod("createHandle", long.class, int.class, String.class);
    api.setAccessible(true);
    create.setAccessible(true);
    create.invoke(
        null, api.getLong(null), OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL.getValue(), "wayside");
  }
}

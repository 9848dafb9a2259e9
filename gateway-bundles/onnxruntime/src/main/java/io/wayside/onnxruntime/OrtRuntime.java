// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.ExecutionMode;
import io.wayside.counting.spi.Detector;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Models of camera counters, run by ONNX Runtime. Nothing is loaded before the first model is
 * opened; when the bundle stops, all that is open is closed.
 */
@Component(
    name = "io.wayside.onnxruntime",
    service = NetRuntime.class,
    property = Detector.ID + "=" + OrtRuntime.ID)
public final class OrtRuntime implements NetRuntime {

  /** What a counter's {@code detector} says. */
  static final String ID = "onnx-runtime";

  private final Optional<Path> kept;
  private final Set<OrtNet> open = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /** In a gateway the libraries are kept in its state folder; in another framework by that. */
  @Activate
  public OrtRuntime(BundleContext context) {
    this(
        Optional.ofNullable(context.getProperty("wayside.state"))
            .map(state -> Path.of(state, "cache", "onnxruntime")));
  }

  OrtRuntime(Optional<Path> kept) {
    this.kept = kept;
  }

  /** Outside a framework; the libraries are kept where the user's caches are. */
  public static OrtRuntime alone() {
    return new OrtRuntime(Optional.empty());
  }

  @Override
  public OpenNet open(Path file, int widthPx, int heightPx) throws DetectorFailed {
    OrtEnvironment environment = Engine.environment(kept);
    SessionOptions options = new SessionOptions();
    OrtNet net = null;
    try {
      ofOneThread(options);
      net = net(environment, options, file, widthPx, heightPx);
    } catch (OrtException unreadable) {
      throw new DetectorFailed(
          "ONNX Runtime cannot read "
              + file
              + " as a model in ONNX form; export it anew with opset 12 ("
              + firstLine(unreadable)
              + ")",
          unreadable);
    } finally {
      if (net == null) {
        options.close();
      }
    }
    open.add(net);
    if (stopped) {
      net.close();
    }
    return net;
  }

  private static void ofOneThread(SessionOptions options) throws OrtException {
    // The thread that asks works alone: cores are the counter's, and pools would wait spinning.
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setExecutionMode(ExecutionMode.SEQUENTIAL);
    // Memory goes back after each picture; the arena would keep the most that was ever needed.
    options.setCPUArenaAllocator(false);
  }

  private OrtNet net(
      OrtEnvironment environment, SessionOptions options, Path file, int widthPx, int heightPx)
      throws OrtException, DetectorFailed {
    OrtSession session = environment.createSession(file.toString(), options);
    if (session.getNumInputs() == 1) {
      return new OrtNet(environment, session, options, widthPx, heightPx, open::remove);
    }
    Set<String> inputs = session.getInputNames();
    session.close();
    throw new DetectorFailed(
        file + " has the inputs " + inputs + "; a detector has one, the picture");
  }

  static String firstLine(OrtException fault) {
    return String.valueOf(fault.getMessage()).strip().lines().findFirst().orElse("no reason given");
  }

  /** How many models are open. */
  int models() {
    return open.size();
  }

  @Deactivate
  void stop() {
    stopped = true;
    @Nullable IllegalStateException fault = null;
    for (OrtNet net : List.copyOf(open)) {
      try {
        net.close();
      } catch (IllegalStateException notClosed) {
        fault = notClosed; // the others are closed all the same
      }
    }
    if (fault != null) {
      throw fault;
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime.OpenNet;
import io.wayside.counting.spi.Tensor;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A model in a session of ONNX Runtime. May be closed while it is asked: that is waited for. */
final class OrtNet implements OpenNet {

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final SessionOptions options;
  private final String input;
  private final long[] shape;
  private final Consumer<OrtNet> whenClosed;
  private boolean closed;

  /**
   * Takes both over.
   *
   * @param options of the session, which must outlast it
   */
  OrtNet(
      OrtEnvironment environment,
      OrtSession session,
      SessionOptions options,
      int widthPx,
      int heightPx,
      Consumer<OrtNet> whenClosed) {
    this.environment = environment;
    this.session = session;
    this.options = options;
    this.input = session.getInputNames().iterator().next();
    this.shape = new long[] {1, 3, heightPx, widthPx};
    this.whenClosed = whenClosed;
  }

  @Override
  public synchronized List<Tensor> run(ByteBuffer planes) throws DetectorFailed {
    if (closed) {
      throw new DetectorFailed("the bundle io.wayside.onnxruntime was stopped; start it again");
    }
    try (OnnxTensor picture = OnnxTensor.createTensor(environment, planes.asFloatBuffer(), shape);
        OrtSession.Result answer = session.run(Map.of(input, picture))) {
      List<Tensor> tensors = new ArrayList<>();
      for (Map.Entry<String, OnnxValue> output : answer) {
        // Whole numbers and the like are nothing that a family is read from.
        if (output.getValue() instanceof OnnxTensor numbers
            && numbers.getInfo().type == OnnxJavaType.FLOAT) {
          tensors.add(tensor(numbers));
        }
      }
      return tensors;
    } catch (OrtException fault) {
      throw new DetectorFailed(OrtRuntime.firstLine(fault), fault);
    }
  }

  private static Tensor tensor(OnnxTensor numbers) throws DetectorFailed {
    long[] extents = numbers.getInfo().getShape();
    Tensor.size(extents); // before they are fetched
    int[] shape = Arrays.stream(extents).mapToInt(Math::toIntExact).toArray();
    return new Tensor(shape, numbers.getFloatBuffer().array());
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      try {
        session.close();
      } catch (OrtException fault) {
        throw new IllegalStateException("a session of ONNX Runtime does not close", fault);
      } finally {
        options.close();
        whenClosed.accept(this);
      }
    }
  }
}

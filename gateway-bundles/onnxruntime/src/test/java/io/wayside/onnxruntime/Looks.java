// SPDX-License-Identifier: Apache-2.0
package io.wayside.onnxruntime;

import io.wayside.counting.spi.DetectorFailed;
import io.wayside.counting.spi.NetRuntime;
import io.wayside.counting.spi.NetRuntime.OpenNet;
import io.wayside.counting.spi.Tensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Pictures of four cells for the tiny model. */
final class Looks {

  static final int W = 64;
  static final int H = 64;

  private Looks() {}

  /** A picture whose first cell is blue. */
  static ByteBuffer picture() {
    ByteBuffer planes =
        ByteBuffer.allocateDirect(3 * W * H * Float.BYTES).order(ByteOrder.nativeOrder());
    for (int y = 0; y < 32; y++) {
      for (int x = 0; x < 32; x++) {
        planes.putFloat((y * W + x) * Float.BYTES, 255);
      }
    }
    return planes;
  }

  /** Opens, looks once and closes; whether what it says is what was shown. */
  static boolean blueInTheFirstCell(NetRuntime runtime, Path model) throws DetectorFailed {
    try (OpenNet net = runtime.open(model, W, H)) {
      return isBlueInTheFirstCell(net.run(picture()));
    }
  }

  /** A row for each cell: box, objectness, share of blue, share of red. */
  static boolean isBlueInTheFirstCell(List<Tensor> said) {
    Tensor answer = said.get(0);
    return said.size() == 1
        && Arrays.equals(answer.shape(), new int[] {1, 4, 7})
        && answer.values()[5] > 0.99
        && answer.values()[6] < 0.01
        && answer.values()[7 + 5] < 0.01;
  }
}

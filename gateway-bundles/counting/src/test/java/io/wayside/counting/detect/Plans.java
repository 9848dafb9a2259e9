// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;

/** Documents of models for tests. */
public final class Plans {

  private Plans() {}

  public static ModelPlan read(String json) throws GarbledData {
    return ModelPlan.from("model.json", Node.read("model.json", json));
  }

  public static ModelPlan of(String family, int width, int height, String more) throws GarbledData {
    return read(
        "{\"model\": \"m.onnx\", \"family\": \"%s\", \"input\": [%d, %d],"
                .formatted(family, width, height)
            + " \"labels\": [\"person\", \"motorcycle\", \"car\", \"truck\"],"
            + " \"classes\": {\"motorcycle\": \"two-wheeler\", \"car\": \"light\", \"truck\": \"heavy\"}"
            + more
            + "}");
  }
}

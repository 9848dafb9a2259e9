// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wayside.core.data.GarbledData;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelPlanTest {

  @Test
  void whatIsNotSaidIsAsUsual() throws Exception {
    ModelPlan plan = Plans.of("nanodet-plus", 416, 320, "");

    assertThat(plan.family()).isEqualTo(Family.NANODET_PLUS);
    assertThat(plan.strides()).containsExactly(8, 16, 32);
    assertThat(plan.score()).isEqualTo(0.4);
    assertThat(plan.overlap()).isEqualTo(0.5);
    assertThat(plan.sha256()).isEmpty();
    assertThat(plan.classes()).containsEntry("truck", "heavy").hasSize(3);
    assertThat(List.of(plan.inputWidthPx(), plan.inputHeightPx())).containsExactly(416, 320);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "family": "yolox"           | "family": "yolo99"              | /family must be one of yolov5, yolov8, yolox, nanodet-plus
          "input": [64, 32]           | "input": [64]                   | /input must be width and height, such as [416, 416]
          "input": [64, 32]           | "input": [64, 0]                | /input/1
          "car"]                      | "car", "car"]                   | /labels/2 is there twice
          "car": "light"              | "van": "light"                  | /classes/van is of no label of the model
          "car": "light"              | "car": "lorry"                  | /classes/car must be one of two-wheeler, light, heavy, other
          "score": 0.3                | "score": 7                      | /score
          "score": 0.3                | "skore": 0.3                    | skore
          "score": 0.3                | "strides": []                   | /strides must have one stride at least
          "score": 0.3                | "sha256": "AB"                  | /sha256 must be 64 hexadecimal digits
          """)
  void aMistakeIsToldWithItsPlaceAndWhatWouldBeRight(String right, String wrong, String told) {
    String document =
        """
        {"model": "m.onnx", "family": "yolox", "input": [64, 32],
         "labels": ["bus", "car"], "classes": {"car": "light"}, "score": 0.3}
        """;
    assertThat(document).contains(right.strip());

    assertThatThrownBy(() -> Plans.read(document.replace(right.strip(), wrong.strip())))
        .isInstanceOf(GarbledData.class)
        .hasMessageContaining("model.json")
        .hasMessageContaining(told.strip());
  }
}

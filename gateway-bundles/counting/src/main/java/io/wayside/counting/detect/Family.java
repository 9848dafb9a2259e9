// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.detect;

import java.util.Locale;

/**
 * Models that want their picture alike and whose numbers mean the same. What stands here is the
 * usual export of each; who exports otherwise says so in the document.
 */
public enum Family {
  /** Rows of centre, size, objectness, classes; all worked out by the model. */
  YOLOV5(Fit.MIDDLE),
  /** Columns of centre, size, classes; no objectness. Also YOLOv9 and YOLO11. */
  YOLOV8(Fit.MIDDLE),
  /** Rows of centre and size relative to their cell, objectness, classes. */
  YOLOX(Fit.CORNER),
  /** Rows of classes, then eight shares for each of four distances. */
  NANODET_PLUS(Fit.STRETCHED);

  private final Fit fit;

  Family(Fit fit) {
    this.fit = fit;
  }

  /** As it stands in a document. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How the picture is laid into the input. */
  public Fit fit() {
    return fit;
  }

  /** The numbers the models were trained with. */
  public Colours colours() {
    return switch (this) {
      case YOLOV5, YOLOV8 -> new Colours(true, Three.of(0), Three.of(1 / 255.0));
      case YOLOX -> new Colours(false, Three.of(0), Three.of(1));
      case NANODET_PLUS ->
          new Colours(
              false,
              new Three(103.53, 116.28, 123.675),
              new Three(1 / 57.375, 1 / 57.12, 1 / 58.395));
    };
  }

  /** How a picture is laid into an input of another shape. */
  public enum Fit {
    /** Each side scaled by itself. */
    STRETCHED,
    /** Scaled as it is, in the middle, grey around it. */
    MIDDLE,
    /** Scaled as it is, in the corner at the upper left, grey beside it. */
    CORNER
  }

  /**
   * How a colour becomes a number: less the mean, times the factor, for each channel in its order.
   *
   * @param rgb whether red comes first; else blue does
   */
  public record Colours(boolean rgb, Three means, Three factors) {}

  /** A number for each channel. */
  public record Three(double first, double second, double third) {
    static Three of(double each) {
      return new Three(each, each, each);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes a network in ONNX form (protocol buffers, opset 12) that answers as a YOLOX with one grid
 * of 32 pixels does: a cell full of blue is a bus, one full of red a car.
 */
public final class TinyModel {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int CHANNELS = 32;

  private final List<byte[]> nodes = new ArrayList<>();
  private final List<byte[]> constants = new ArrayList<>();

  private TinyModel() {}

  /** The model's file for an input of this size, in whole cells of 32 pixels. */
  public static byte[] of(int width, int height) {
    return of(width, height, 0);
  }

  /**
   * One that says the same and works for it: layers of convolutions as detectors have them, of 32
   * channels on a quarter of the picture's width and height, whose outcome counts for nothing.
   *
   * @param layers none, or three at least
   */
  public static byte[] of(int width, int height, int layers) {
    TinyModel model = new TinyModel();
    int cells = width / 32 * (height / 32);
    model.node(
        "AveragePool", "picture", "mean", ints("kernel_shape", 32, 32), ints("strides", 32, 32));
    // Centre of the cell, as wide and high as a cell is.
    model.pointwise("mean", "boxes", 4, 3, new float[12], new float[] {0.5f, 0.5f, 0, 0});
    float k = 0.08f;
    model.pointwise(
        "mean", "raw", 3, 3, new float[] {k, 0, k, k, 0, 0, 0, 0, k}, new float[] {-10, -10, -10});
    model.node("Sigmoid", layers == 0 ? "raw" : model.afterWork("raw", layers), "sure");
    model.node("Concat", "boxes sure", "both", whole("axis", 1));
    model.constant("shape", INT64, new long[] {3}, longs(1, 7, cells));
    model.node("Reshape", "both shape", "flat");
    model.node("Transpose", "flat", "answer", ints("perm", 0, 2, 1));
    return model.bytes(width, height, cells);
  }

  /** Adds what the layers make of the picture, times nothing. */
  private String afterWork(String raw, int layers) {
    Random random = new Random(1);
    String last = "picture";
    for (int i = 0; i < layers; i++) {
      int from = i == 0 ? 3 : CHANNELS;
      float[] weights = new float[CHANNELS * from * 9];
      for (int w = 0; w < weights.length; w++) {
        weights[w] = (float) random.nextGaussian() / (3 * from);
      }
      int stride = i < 2 ? 2 : 1;
      conv(
          last,
          "layer" + i,
          new long[] {CHANNELS, from, 3, 3},
          weights,
          new float[CHANNELS],
          ints("strides", stride, stride),
          ints("pads", 1, 1, 1, 1));
      last = "layer" + i + ".positive";
      node("Relu", "layer" + i, last);
    }
    node("AveragePool", last, "worked", ints("kernel_shape", 8, 8), ints("strides", 8, 8));
    pointwise("worked", "nothing", 3, CHANNELS, new float[3 * CHANNELS], new float[3]);
    node("Add", raw + " nothing", "told");
    return "told";
  }

  private void pointwise(
      String in, String out, int channels, int from, float[] weights, float[] biases) {
    conv(in, out, new long[] {channels, from, 1, 1}, weights, biases);
  }

  /**
   * A convolution.
   *
   * @param shape channels, those of what goes in, height and width
   */
  private void conv(
      String in, String out, long[] shape, float[] weights, float[] biases, byte[]... attributes) {
    constant(out + ".w", FLOAT, shape, floats(weights));
    constant(out + ".b", FLOAT, new long[] {shape[0]}, floats(biases));
    List<byte[]> all = new ArrayList<>(List.of(attributes));
    all.add(ints("kernel_shape", shape[2], shape[3]));
    node("Conv", in + " " + out + ".w " + out + ".b", out, all.toArray(byte[][]::new));
  }

  private void node(String operation, String inputs, String output, byte[]... attributes) {
    Message node = new Message();
    for (String input : inputs.split(" ", -1)) {
      node.text(1, input);
    }
    node.text(2, output).text(3, output + ".node").text(4, operation);
    for (byte[] attribute : attributes) {
      node.part(5, attribute);
    }
    nodes.add(node.bytes());
  }

  private void constant(String name, int type, long[] shape, byte[] raw) {
    Message tensor = new Message();
    for (long extent : shape) {
      tensor.number(1, extent);
    }
    constants.add(tensor.number(2, type).text(8, name).part(9, raw).bytes());
  }

  private byte[] bytes(int width, int height, int cells) {
    Message graph = new Message();
    nodes.forEach(node -> graph.part(1, node));
    graph.text(2, "tiny");
    constants.forEach(constant -> graph.part(5, constant));
    graph.part(11, value("picture", 1, 3, height, width));
    graph.part(12, value("answer", 1, cells, 7));
    return new Message()
        .number(1, 7)
        .part(7, graph.bytes())
        .part(8, new Message().text(1, "").number(2, 12).bytes())
        .bytes();
  }

  private static byte[] value(String name, long... shape) {
    Message dimensions = new Message();
    for (long extent : shape) {
      dimensions.part(1, new Message().number(1, extent).bytes());
    }
    Message tensor = new Message().number(1, FLOAT).part(2, dimensions.bytes());
    return new Message()
        .text(1, name)
        .part(2, new Message().part(1, tensor.bytes()).bytes())
        .bytes();
  }

  private static byte[] ints(String name, long... values) {
    Message attribute = new Message().text(1, name);
    for (long value : values) {
      attribute.number(8, value);
    }
    return attribute.number(20, 7).bytes();
  }

  private static byte[] whole(String name, long value) {
    return new Message().text(1, name).number(3, value).number(20, 2).bytes();
  }

  private static byte[] floats(float... values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 4).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      raw.putFloat(value);
    }
    return raw.array();
  }

  private static byte[] longs(long... values) {
    ByteBuffer raw = ByteBuffer.allocate(values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    for (long value : values) {
      raw.putLong(value);
    }
    return raw.array();
  }

  /** A message of protocol buffers as far as it is needed here. */
  private static final class Message {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, long value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message text(int field, String text) {
      return part(field, text.getBytes(StandardCharsets.UTF_8));
    }

    Message part(int field, byte[] bytes) {
      varint((field << 3) | 2);
      varint(bytes.length);
      out.writeBytes(bytes);
      return this;
    }

    private void varint(long value) {
      long left = value;
      while ((left & ~0x7fL) != 0) {
        out.write((int) ((left & 0x7f) | 0x80));
        left >>>= 7;
      }
      out.write((int) left);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
/** Networks for tests, written byte for byte: no trained model is kept here. */
@NullMarked
package io.wayside.rig.simulators.onnx;

import org.jspecify.annotations.NullMarked;

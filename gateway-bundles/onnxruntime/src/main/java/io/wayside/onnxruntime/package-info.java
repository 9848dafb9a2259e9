// SPDX-License-Identifier: Apache-2.0
/** ONNX Runtime for the gateway: runs the models of camera counters, on the thread that asks. */
@NullMarked
package io.wayside.onnxruntime;

import org.jspecify.annotations.NullMarked;

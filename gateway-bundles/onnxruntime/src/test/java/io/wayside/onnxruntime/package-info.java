// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.wayside.onnxruntime;

import org.jspecify.annotations.NullMarked;

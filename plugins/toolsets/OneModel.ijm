// OneModel's commands and macros behind one button of ImageJ's toolbar. This file lies in the folder
// macros/toolsets of ImageJ or Fiji; choose OneModel in the menu at the right end of the toolbar (>>).

var oneModelMenu = newMenu("OneModel Menu Tool", newArray("Denoise...", "Reconstruct...", "-",
        "Export Noise Maps...", "Decode Noise Maps...", "Scale Noise...", "Noise Sweep...",
        "Color Grid...", "Noise Map Influence...", "-", "Interpolate...", "Mix Styles...",
        "Generate...", "Project...", "Statistics...", "-", "Before After", "Noise Map Montage", "Batch Denoise",
        "-", "Train...", "Models...", "Engine...", "-", "Cells (noisy)", "Cells Stack (noisy)",
        "Tissue (noisy)", "-", "Help"));

// A cell, noisy at the left and clean at the right.
macro "OneModel Menu Tool - C06cV33aaCfffD45D57D54D64D66D69D6bD78D75D7aD5bD49D59D47D7cD73C999D12D25D1aD2dD51D6eD33D3cD16D22D1dD42D2fD18D3eD21D71C333R00ffL808f" {
    command = getArgument();
    if (command != "-") run("OneModel " + command);
}

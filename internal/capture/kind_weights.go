package capture

const weightScale = 100

var signWeights [numSigns][8]int16

package knowledge

// orderWeights order the sentences; answerWeights tell how probably one answers.
var (
	orderWeights = features{
		coverage: 4, coverageAround: 2, nameCoverage: 1, pairs: 1, closeness: 1, bm25Share: 1, early: 0.2,
		typeWhen: 1, typeWho: 0.7, typeWhere: 0.7, typeMany: 1, typeWhy: 0.7, typeHow: 0.3, typeSaid: 1.5,
		typeIdentity: 1.5, typeFocus: 0.2,
	}
	answerWeights = features{
		bias: -3.4, coverage: 3, coverageAround: 2, coverageScope: 1, nameCoverage: 1, nameMissing: -1, rarest: -1,
		pairs: 0.6, closeness: 0.6, numberMissing: -0.5, negation: -0.4,
		typeWhen: 0.6, typeWho: 0.4, typeWhere: 0.5, typeMany: 0.6, typeWhy: 0.6, typeSaid: 1, typeIdentity: 1,
		lacksWhen: -1.5, lacksWho: -1.2, lacksWhere: -1.2, lacksMany: -2, lacksWhy: -0.5, lacksSaid: -1, lacksIdentity: -1,
	}
)
